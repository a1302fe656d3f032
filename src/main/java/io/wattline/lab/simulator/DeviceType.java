package io.wattline.lab.simulator;

import java.util.EnumSet;
import java.util.Set;

/**
 * The device types of a plant with the fields that each can return; 16 and 20 are the vendor's numbers, the others are
 * invented.
 */
public enum DeviceType {
    /** Collects and sends what the meters behind it measure. */
    GATEWAY(16, "EM_H8", "Eniscope 8 Hybrid", EnumSet.noneOf(SimulatedField.class)),
    /** A metering point of the gateway, one or three phases. */
    METERING_POINT(
            20, "EM_X", "Eniscope 8 Hybrid Metering Point", EnumSet.range(SimulatedField.E, SimulatedField.P_MAX)),
    /** A meter that also counts what flows back. */
    BIDIRECTIONAL(
            21,
            "EM_BI",
            "Bidirectional Meter",
            EnumSet.of(
                    SimulatedField.E,
                    SimulatedField.EX,
                    SimulatedField.P,
                    SimulatedField.V,
                    SimulatedField.I,
                    SimulatedField.PF,
                    SimulatedField.S,
                    SimulatedField.F)),
    /** A wireless single-phase meter. */
    WIRELESS(
            38,
            "AIR_1",
            "Wireless Meter",
            EnumSet.of(
                    SimulatedField.E,
                    SimulatedField.P,
                    SimulatedField.V,
                    SimulatedField.I,
                    SimulatedField.PF,
                    SimulatedField.Q,
                    SimulatedField.S,
                    SimulatedField.F,
                    SimulatedField.D,
                    SimulatedField.THDV,
                    SimulatedField.RSSI)),
    /** Temperature and humidity. */
    CLIMATE(45, "AIR_TH", "Climate Sensor", EnumSet.of(SimulatedField.T, SimulatedField.RH));

    private final int number;
    private final String code;
    private final String label;
    private final Set<SimulatedField> fields;

    DeviceType(int number, String code, String label, Set<SimulatedField> fields) {
        this.number = number;
        this.code = code;
        this.label = label;
        this.fields = fields;
    }

    /** The vendor's {@code deviceTypeId}. */
    public int number() {
        return number;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    Set<SimulatedField> fields() {
        return EnumSet.copyOf(fields);
    }
}
