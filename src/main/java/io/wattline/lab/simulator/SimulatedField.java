package io.wattline.lab.simulator;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The reading fields that simulated meters have: code, label, kind and unit of the vendor's catalogue (Core API v1).
 * {@link #THDV} and {@link #RSSI} are not in it, but wireless meters are said to send them. The first 25 are those of a
 * three-phase point that have a column of their own in table {@code readings}.
 */
public enum SimulatedField {
    E("E", "Energy", Kind.COUNTER, "Wh"),
    E1("E1", "Energy 1", Kind.COUNTER, "Wh"),
    E2("E2", "Energy 2", Kind.COUNTER, "Wh"),
    E3("E3", "Energy 3", Kind.COUNTER, "Wh"),
    P("P", "Power", Kind.INSTANT, "W"),
    P1("P1", "Power 1", Kind.INSTANT, "W"),
    P2("P2", "Power 2", Kind.INSTANT, "W"),
    P3("P3", "Power 3", Kind.INSTANT, "W"),
    V("V", "Voltage (LN)", Kind.INSTANT, "V"),
    V1("V1", "Voltage 1 (LN)", Kind.INSTANT, "V"),
    V2("V2", "Voltage 2 (LN)", Kind.INSTANT, "V"),
    V3("V3", "Voltage 3 (LN)", Kind.INSTANT, "V"),
    I("I", "Current", Kind.INSTANT, "A"),
    I1("I1", "Current 1", Kind.INSTANT, "A"),
    I2("I2", "Current 2", Kind.INSTANT, "A"),
    I3("I3", "Current 3", Kind.INSTANT, "A"),
    PF("PF", "Power Factor", Kind.INSTANT, ""),
    PF1("PF1", "Power Factor 1", Kind.INSTANT, ""),
    PF2("PF2", "Power Factor 2", Kind.INSTANT, ""),
    PF3("PF3", "Power Factor 3", Kind.INSTANT, ""),
    Q("Q", "Reactive Power", Kind.INSTANT, "VAr"),
    S("S", "Apparent Power", Kind.INSTANT, "VA"),
    F("F", "Frequency", Kind.INSTANT, "Hz"),
    D("D", "Current THD", Kind.INSTANT, "%"),
    IN("In", "Neutral Current", Kind.INSTANT, "A"),
    RE("RE", "Reactive Energy", Kind.COUNTER, "VArh"),
    U("U", "Voltage (LL)", Kind.INSTANT, "V"),
    P_MAX("Pmax", "Power Max", Kind.INSTANT, "W"),
    EX("Ex", "Export Energy", Kind.COUNTER, "Wh"),
    T("T", "Temperature", Kind.INSTANT, "oC"),
    RH("RH", "Relative Humidity", Kind.INSTANT, "%"),
    THDV("THDV", "Voltage THD", Kind.INSTANT, "%"),
    RSSI("RSSI", "Signal Strength", Kind.INSTANT, "dBm");

    /** How a value relates to its interval. */
    public enum Kind {
        /** A register's growth within the interval: intervals add up. */
        COUNTER,
        /** A mean over the interval. */
        INSTANT
    }

    static final int COUNT = values().length;
    private static final Map<String, SimulatedField> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(SimulatedField::code, Function.identity()));

    private final String code;
    private final String label;
    private final Kind kind;
    private final String unit;

    SimulatedField(String code, String label, Kind kind, String unit) {
        this.code = code;
        this.label = label;
        this.kind = kind;
        this.unit = unit;
    }

    /** The vendor's code, as {@code fields[]} takes it. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** The unit that the API usually sends; empty for a bare number. */
    public String unit() {
        return unit;
    }

    /** The field of that code, or null. */
    static SimulatedField of(String code) {
        return BY_CODE.get(code);
    }
}
