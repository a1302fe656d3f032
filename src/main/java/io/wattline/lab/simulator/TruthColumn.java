package io.wattline.lab.simulator;

import io.wattline.reading.Column;

/** Where our table keeps a field, for {@link Truth}. */
final class TruthColumn {

    private TruthColumn() {
    }

    /** The column, or null for a field that has none. */
    static Column of(SimulatedField field) {
        return switch (field) {
            case E -> Column.ENERGY_KWH;
            case E1, E2, E3 -> phase(Column.ENERGY_KWH_L1, field, SimulatedField.E1);
            case P -> Column.POWER_KW;
            case P1, P2, P3 -> phase(Column.POWER_KW_L1, field, SimulatedField.P1);
            case V -> Column.VOLTAGE_V;
            case V1, V2, V3 -> phase(Column.VOLTAGE_V_L1, field, SimulatedField.V1);
            case I -> Column.CURRENT_A;
            case I1, I2, I3 -> phase(Column.CURRENT_A_L1, field, SimulatedField.I1);
            case PF -> Column.POWER_FACTOR;
            case PF1, PF2, PF3 -> phase(Column.POWER_FACTOR_L1, field, SimulatedField.PF1);
            case Q -> Column.REACTIVE_POWER_KVAR;
            case S -> Column.APPARENT_POWER_KVA;
            case F -> Column.FREQUENCY_HZ;
            case D -> Column.THD_CURRENT;
            case THDV -> Column.THD_VOLTAGE;
            case IN -> Column.NEUTRAL_CURRENT_A;
            case EX -> Column.ENERGY_EXPORT_KWH;
            case T -> Column.TEMPERATURE_C;
            case RH -> Column.RELATIVE_HUMIDITY;
            case RSSI -> Column.SIGNAL_STRENGTH;
            case RE, U, P_MAX -> null;
        };
    }

    /**
     * How many millionths of the vendor's unit make one of ours: ours are kWh, kW, kVA and kVAr where the vendor's are
     * Wh, W, VA and VAr.
     */
    static double micros(SimulatedField field) {
        return switch (field.unit()) {
            case "Wh", "VArh", "W", "VA", "VAr" -> 1e9;
            default -> 1e6;
        };
    }

    private static Column phase(Column first, SimulatedField field, SimulatedField firstField) {
        return Column.values()[first.ordinal() + field.ordinal() - firstField.ordinal()];
    }
}
