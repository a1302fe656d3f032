package io.wattline.anomaly.detector;

import java.util.Locale;

/** Figures as sentences have them. */
final class Phrases {

    private Phrases() {
    }

    /** Three significant digits: 1230, 45.1, 0.00312. */
    static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : "unknown";
        }
        int digits = Math.max(0, Math.min(9, 2 - (int) Math.floor(Math.log10(Math.abs(value)))));
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    static String kwh(double value) {
        return number(value) + " kWh";
    }

    /** The share of a whole with its sign: +12 %. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%+.0f %%", share * 100);
    }

    /** A slot as the time of day at which it starts. */
    static String time(DayView view, int slot) {
        int minute = Math.floorMod(slot, view.slots()) * view.slotMinutes();
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
