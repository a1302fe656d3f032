package io.wattline.forecast.method;

import java.util.ArrayList;
import java.util.List;

/**
 * What announces that a gateway fails, on the last three days against the four weeks before them.
 *
 * @param flapping its channels lose readings together
 * @param late     its readings arrive later
 * @param gaps     its gaps lengthen
 * @param growing  the last three days are worse than the three before
 * @param severe   a fifth of the readings is lost
 */
record GatewaySigns(boolean flapping, boolean late, boolean gaps, boolean growing, boolean severe) {

    static final int CLASSES = 16;
    private static final int RECENT = 3;
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
                gateway.kept().mean(today - RECENT, today) < 0.8);
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
        return count() * 4 + (growing ? 2 : 0) + (severe ? 1 : 0);
    }

    /** For people. */
    String text() {
        List<String> seen = new ArrayList<>();
        add(seen, flapping, "its channels lose readings together");
        add(seen, late, "its readings arrive later");
        add(seen, gaps, "its gaps lengthen");
        add(seen, growing, "the last three days are worse than the three before");
        add(seen, severe, "more than a fifth of its readings is lost");
        return seen.isEmpty() ? "it shows no sign" : String.join(", ", seen);
    }

    private static void add(List<String> seen, boolean stands, String words) {
        if (stands) {
            seen.add(words);
        }
    }
}
