package io.wattline.reading;

import java.util.Locale;

/**
 * The value columns of table {@code readings}, each with its unit and its sign. A value that a meter does not have is
 * null in the table and {@link Double#NaN} in a {@link Reading}: never 0. The ordinal is the place of a column in
 * {@link Reading#values()}.
 */
public enum Column implements ValueColumn {
    /** Energy used within the interval; negative only where a channel's settings allow export. */
    ENERGY_KWH("kWh"),
    /** Mean active power over the interval; positive = consumption. */
    POWER_KW("kW"),
    /** Mean line-to-neutral voltage. */
    VOLTAGE_V("V"),
    /** Mean current; for a three-phase point the mean of its phases. */
    CURRENT_A("A"),
    /** Power factor, -1 to 1. */
    POWER_FACTOR("1"),
    /** Reactive power; positive = inductive. */
    REACTIVE_POWER_KVAR("kVAr"),
    /** Temperature. */
    TEMPERATURE_C("degC"),
    /** Relative humidity, 0 to 100. */
    RELATIVE_HUMIDITY("%"),
    /** Mains frequency. */
    FREQUENCY_HZ("Hz"),
    /** Total harmonic distortion of the voltage. */
    THD_VOLTAGE("%"),
    /** Total harmonic distortion of the current. */
    THD_CURRENT("%"),
    /** Radio signal of the meter, as it sends it (field RSSI). */
    SIGNAL_STRENGTH("dBm"),
    /** Apparent power. */
    APPARENT_POWER_KVA("kVA"),
    /** Current in the neutral conductor. */
    NEUTRAL_CURRENT_A("A"),
    /** Energy exported within the interval, as a positive number. */
    ENERGY_EXPORT_KWH("kWh"),
    /** Cost of the interval in the organization's currency, as the vendor computes it from the tariff. */
    COST("currency"),
    /** Energy of phase 1. */
    ENERGY_KWH_L1("kWh"),
    /** Energy of phase 2. */
    ENERGY_KWH_L2("kWh"),
    /** Energy of phase 3. */
    ENERGY_KWH_L3("kWh"),
    /** Power of phase 1. */
    POWER_KW_L1("kW"),
    /** Power of phase 2. */
    POWER_KW_L2("kW"),
    /** Power of phase 3. */
    POWER_KW_L3("kW"),
    /** Voltage of phase 1, line to neutral. */
    VOLTAGE_V_L1("V"),
    /** Voltage of phase 2, line to neutral. */
    VOLTAGE_V_L2("V"),
    /** Voltage of phase 3, line to neutral. */
    VOLTAGE_V_L3("V"),
    /** Current of phase 1. */
    CURRENT_A_L1("A"),
    /** Current of phase 2. */
    CURRENT_A_L2("A"),
    /** Current of phase 3. */
    CURRENT_A_L3("A"),
    /** Power factor of phase 1. */
    POWER_FACTOR_L1("1"),
    /** Power factor of phase 2. */
    POWER_FACTOR_L2("1"),
    /** Power factor of phase 3. */
    POWER_FACTOR_L3("1");

    private final String unit;

    Column(String unit) {
        this.unit = unit;
    }

    @Override
    public String unit() {
        return unit;
    }

    /** Also its name in {@code config/rules.yaml}. */
    @Override
    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of that name; {@link IllegalArgumentException} names what is allowed. */
    public static Column of(String sqlName) {
        for (Column column : values()) {
            if (column.sqlName().equals(sqlName)) {
                return column;
            }
        }
        throw new IllegalArgumentException("Unknown column '" + sqlName + "' of table readings; allowed: "
                + java.util.Arrays.stream(values()).map(Column::sqlName).toList());
    }
}
