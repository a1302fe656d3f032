package io.wattline.anomaly.backtest;

import java.util.Locale;

/** The kinds of fault that a backtest plants, with the sizes of each. */
public enum PlantedKind {
    /** One slot, times the channel's usual daily peak. */
    SPIKE(1, 3, 2, 3, 10, 100),
    /** Hours of zeros while the channel is in use. */
    ZERO_RUN(3, 6, 3, 6, 12, 24, 72),
    /** Hours of one repeated value. */
    FREEZE(3, 6, 3, 6, 12, 24, 72),
    /** A fortnight at another level, times. */
    LEVEL(14 * 24, 1.5, 1.2, 1.5, 2, 4, 10, 1000, 1 / 1.2, 1 / 1.5, 0.5, 0.25, 0.1, 0.001),
    /** A fortnight with the phases that are left, as a share of three. */
    LOST_PHASE(14 * 24, 1.4, 2 / 3.0, 1 / 3.0),
    /** Five weeks of so much a day. */
    DRIFT(35 * 24, 0.01, 0.005, 0.01, 0.02, -0.01, -0.02),
    /** A week of load in the six quietest hours, as a share of the mean hour. */
    NIGHT_LOAD(7 * 24, 0.5, 0.2, 0.5, 1),
    /** Ten days moved by so many hours. */
    CLOCK(10 * 24, 2, 1, 2, 3, 6, -2, -6);

    private final int hours;
    private final double obvious;
    private final double[] sizes;

    PlantedKind(int hours, double obvious, double... sizes) {
        this.hours = hours;
        this.obvious = obvious;
        this.sizes = sizes;
    }

    /** @param others those on which no setting was chosen */
    double[] sizes(boolean others) {
        return others ? others() : sizes.clone();
    }

    private double[] others() {
        return switch (this) {
            case SPIKE -> new double[] {5, 30};
            case ZERO_RUN, FREEZE -> new double[] {8, 18, 48};
            case LEVEL -> new double[] {1.7, 3, 30, 100, 1 / 1.7, 1 / 3.0, 1 / 30.0, 0.01};
            case LOST_PHASE -> sizes.clone();
            case DRIFT -> new double[] {0.015, -0.015};
            case NIGHT_LOAD -> new double[] {0.7, 1.5};
            case CLOCK -> new double[] {4, 8, -3, -4};
        };
    }

    /** How long it lasts. */
    int hours(double size) {
        return this == ZERO_RUN || this == FREEZE ? (int) size : hours;
    }

    /** Whether a person would call a fault of this size a fault. */
    boolean isObvious(double size) {
        boolean ratio = this == LEVEL || this == LOST_PHASE;
        return (ratio ? Math.exp(Math.abs(Math.log(size))) : Math.abs(size)) >= obvious - 1e-9;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String size(double size) {
        return switch (this) {
            case SPIKE -> "x" + trim(size);
            case ZERO_RUN, FREEZE -> trim(size) + " h";
            case LEVEL -> size >= 1 ? "x" + trim(size) : "/" + trim(1 / size);
            case LOST_PHASE -> Math.round(size * 3) + " of 3 left";
            case DRIFT -> String.format(Locale.ROOT, "%+.1f %%/d", size * 100);
            case NIGHT_LOAD -> Math.round(size * 100) + " %";
            case CLOCK -> String.format(Locale.ROOT, "%+.0f h", size);
        };
    }

    private static String trim(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replace(".0", "");
    }

}
