package io.wattline.anomaly.detector;

import java.util.Arrays;

/** Whether a level changed at once, and when. */
final class LevelStep {

    /** Of a step, the weeks before it show less than this share. */
    private static final double STEP = 0.5;

    private LevelStep() {
    }

    /** A level that had been moving for weeks is a drift. */
    static boolean is(DayView view, int[] before, double log) {
        double[] last = HourProfile.of(view, Arrays.copyOf(before, 7));
        double[] first = HourProfile.of(view,
                Arrays.copyOfRange(before, Math.max(0, before.length - 7), before.length));
        double moved = ProfileRatio.of(last, first).log();
        return moved * Math.signum(log) < STEP * Math.abs(log);
    }

    /** How many days ago the new level began. */
    static int ago(DayView view, WeekProfile reference, double log) {
        int ago = 0;
        while (ago < 13 && view.reaches(ago + 1) && isAtLevel(view, ago + 1, reference, log)) {
            ago++;
        }
        return ago;
    }

    /** How many days ago a level that has returned did so. */
    static int returnedAgo(DayView view, LevelChange level) {
        int ago = 0;
        while (ago < 13 && view.today() - ago > level.fromDay() + 1 && hasReturned(view, level, ago + 1)) {
            ago++;
        }
        return ago;
    }

    private static boolean hasReturned(DayView view, LevelChange level, int ago) {
        ProfileRatio day = level.reference().ratio(view, ago);
        double log = day.log() + (level.isMeter() ? level.logRatio() : 0);
        return day.hours() > 0 && Math.abs(log) < STEP * Math.abs(level.logRatio());
    }

    private static boolean isAtLevel(DayView view, int ago, WeekProfile reference, double log) {
        ProfileRatio day = reference.ratio(view, ago);
        return day.hours() > 0 && day.log() / log > 0.5;
    }
}
