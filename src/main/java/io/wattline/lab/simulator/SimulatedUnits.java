package io.wattline.lab.simulator;

/** The units in which a response gives power and energy. */
enum SimulatedUnits {
    USUAL(0, 0),
    /** kWh, kW, kVA, kVAr. */
    KILO(3, 3),
    /** MWh, kW. */
    MEGA(6, 3),
    /** Power in a unit that is none. */
    UNKNOWN(0, 0);

    private final int energyShift;
    private final int powerShift;

    SimulatedUnits(int energyShift, int powerShift) {
        this.energyShift = energyShift;
        this.powerShift = powerShift;
    }

    /** By how many places the decimal point moves to the left. */
    int shift(SimulatedField field) {
        return switch (field.unit()) {
            case "Wh", "VArh" -> energyShift;
            case "W", "VA", "VAr" -> powerShift;
            default -> 0;
        };
    }

    String name(SimulatedField field) {
        if (this == UNKNOWN && field == SimulatedField.P) {
            return "furlong";
        }
        return switch (shift(field)) {
            case 3 -> "k" + field.unit();
            case 6 -> "M" + field.unit();
            default -> field.unit();
        };
    }
}
