package io.wattline.forecast.method;

import java.util.ArrayList;
import java.util.List;

/**
 * What announces that a gateway fails, on the last four days against the four weeks before them.
 *
 * @param flapping its channels lose readings together
 * @param late     its readings arrive later
 * @param gaps     its gaps lengthen
 * @param growing  the last four days are worse than the four before
 * @param severity 0 to 3: how much is lost or comes late
 */
record GatewaySigns(boolean flapping, boolean late, boolean gaps, boolean growing, int severity) {

    static final int CLASSES = 32;
    private static final int RECENT = 4;
    private static final int BASE = 28;
    private static final int KNOWN_MIN = 14;
    private static final double SPREADS = 4;

    /** On the last day before {@code today}; null where too little is known, or the gateway has failed already. */
    static GatewaySigns at(GatewayHistory gateway, long today) {
        if (gateway.kept().known(today - RECENT - BASE, today - RECENT).length < KNOWN_MIN
                || Double.isNaN(gateway.kept().last(today)) || gateway.failed(today - 1)) {
            return null;
        }
        double worse = badness(gateway, today - RECENT, today);
        double before = badness(gateway, today - 2 * RECENT, today - RECENT);
        return new GatewaySigns(stands(gateway.flapping(), today, 0.3), stands(gateway.late(), today, 0.08),
                stands(gateway.gapHours(), today, 0.75), worse > 1.25 * before + 0.02,
                severity(gateway.kept().mean(today - RECENT, today)));
    }

    private static int severity(double kept) {
        return kept >= 0.9 ? 0 : kept >= 0.75 ? 1 : kept >= 0.55 ? 2 : 3;
    }

    private static boolean stands(DaySeries sign, long today, double floor) {
        double[] base = sign.known(today - RECENT - BASE, today - RECENT);
        return base.length > 0 && sign.mean(today - RECENT, today) - Numbers.median(base)
                > Math.max(floor, SPREADS * Numbers.spread(base));
    }

    private static double badness(GatewayHistory gateway, long from, long to) {
        return 1 - gateway.kept().mean(from, to) + gateway.late().mean(from, to);
    }

    int count() {
        return (flapping ? 1 : 0) + (late ? 1 : 0) + (gaps ? 1 : 0);
    }

    int riskClass() {
        return (count() * 2 + (growing ? 1 : 0)) * 4 + severity;
    }

    /** For people. */
    String text() {
        List<String> seen = new ArrayList<>();
        add(seen, flapping, "its channels lose readings together");
        add(seen, late, "its readings arrive later");
        add(seen, gaps, "its gaps lengthen");
        add(seen, growing, "the last four days are worse than the four before");
        add(seen, severity > 0, "more than " + (severity == 1 ? "a tenth" : severity == 2 ? "a quarter" : "two fifths")
                + " of its readings is lost or late");
        return seen.isEmpty() ? "it shows no sign" : String.join(", ", seen);
    }

    private static void add(List<String> seen, boolean stands, String words) {
        if (stands) {
            seen.add(words);
        }
    }
}
