package io.wattline.lab.simulator;

/** An impossible reading, as {@link Fault#BAD_VALUES} plants it. Everything else of the record is as it should be. */
public enum ImpossibleReading {
    /** 5,000 kW. */
    POWER_TOO_HIGH(SimulatedField.P, 5_000_000_000_000L),
    /** 20 V. */
    VOLTAGE_TOO_LOW(SimulatedField.V, 20_000_000L),
    /** 1.7. */
    POWER_FACTOR_TOO_HIGH(SimulatedField.PF, 1_700_000L),
    /** -2,000 Wh. */
    ENERGY_NEGATIVE(SimulatedField.E, -2_000_000_000L),
    /** 35 Hz. */
    FREQUENCY_TOO_LOW(SimulatedField.F, 35_000_000L),
    /** 9,000 A. */
    CURRENT_TOO_HIGH(SimulatedField.I, 9_000_000_000L),
    /** 130 %. */
    HUMIDITY_TOO_HIGH(SimulatedField.RH, 130_000_000L),
    /** Energy is the text {@code n/a}. */
    NOT_A_NUMBER(SimulatedField.E, 0),
    /** {@code ts} is null. */
    TIMESTAMP_MISSING(null, 0),
    /** {@code ts} is 211 s after the slot's start. */
    TIMESTAMP_OFF_GRID(null, 0),
    /** {@code ts} is on the grid, ten years of 365 days after the slot's start. */
    TIMESTAMP_IN_FUTURE(null, 0),
    /** The unit for power in the response is unknown. Not planted by slot: see {@link Fault#UNKNOWN_UNIT}. */
    UNIT_UNKNOWN(SimulatedField.P, 0);

    private static final ImpossibleReading[] PLANTED = {
        POWER_TOO_HIGH,
        VOLTAGE_TOO_LOW,
        POWER_FACTOR_TOO_HIGH,
        ENERGY_NEGATIVE,
        FREQUENCY_TOO_LOW,
        CURRENT_TOO_HIGH,
        HUMIDITY_TOO_HIGH,
        NOT_A_NUMBER,
        TIMESTAMP_MISSING,
        TIMESTAMP_OFF_GRID,
        TIMESTAMP_IN_FUTURE
    };

    private final SimulatedField field;
    private final long micros;

    ImpossibleReading(SimulatedField field, long micros) {
        this.field = field;
        this.micros = micros;
    }

    /** One of those that the channel can show; {@code draw} is not negative. */
    static ImpossibleReading drawn(long draw, PlantChannel channel) {
        ImpossibleReading bad = PLANTED[(int) (draw % PLANTED.length)];
        return bad.field == null || channel.fields().contains(bad.field) ? bad : TIMESTAMP_OFF_GRID;
    }

    /** Whether the rest of the record is good: the shipped rules set only this value aside. */
    boolean isOfOneValue() {
        return this == FREQUENCY_TOO_LOW || this == HUMIDITY_TOO_HIGH;
    }

    SimulatedField field() {
        return field;
    }

    void plantInto(Bin bin) {
        bin.bad = this;
        switch (this) {
            case NOT_A_NUMBER, TIMESTAMP_MISSING, UNIT_UNKNOWN -> { }
            case TIMESTAMP_OFF_GRID -> bin.ts += 211;
            case TIMESTAMP_IN_FUTURE -> bin.ts += 3650L * 86_400;
            default -> bin.micros[field.ordinal()] = micros;
        }
    }
}
