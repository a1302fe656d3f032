package io.wattline.forecast.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Forecasts that readings come later than the look-back reaches within 7 days. It counts what followed days of the same
 * class: whether readings came too late in the last week, in the three weeks before, nearly too late, and ever later.
 */
public final class LateMethod {

    public static final int HORIZON_DAYS = 7;
    private static final int DAYS_BACK = 120;
    private static final int KNOWN_MIN = 14;
    private static final double[] PRIOR = {
        0.01, 0.03, 0.08, 0.2, 0.1, 0.2, 0.2, 0.3, 0.3, 0.5, 0.4, 0.6, 0.6, 0.7, 0.7, 0.8
    };

    /** @param today the first day that nothing is known of */
    public List<Outlook> forecast(List<LateHistory> channels, LocalDate today) {
        long now = today.toEpochDay();
        RiskTable table = learn(channels, now);
        List<Outlook> outlooks = new ArrayList<>();
        for (LateHistory channel : channels) {
            if (channel.seconds().known(now - 4L * HORIZON_DAYS, now).length >= KNOWN_MIN) {
                outlooks.add(outlook(channel, table, now));
            }
        }
        return outlooks;
    }

    /** Only days whose 7 following days are known too. */
    private static RiskTable learn(List<LateHistory> channels, long now) {
        RiskTable table = new RiskTable(PRIOR);
        for (LateHistory channel : channels) {
            long first = Math.max(channel.seconds().first() + KNOWN_MIN, now - DAYS_BACK);
            for (long day = first; day + HORIZON_DAYS <= now; day++) {
                table.count(riskClass(channel, day),
                        channel.seconds().max(day, day + HORIZON_DAYS) > channel.lookBack());
            }
        }
        return table;
    }

    static int riskClass(LateHistory channel, long now) {
        double week = channel.seconds().max(now - HORIZON_DAYS, now);
        double before = channel.seconds().max(now - 4L * HORIZON_DAYS, now - HORIZON_DAYS);
        double older = channel.seconds().max(now - 2L * HORIZON_DAYS, now - HORIZON_DAYS);
        return (week > channel.lookBack() ? 8 : 0) + (before > channel.lookBack() ? 4 : 0)
                + (channel.seconds().max(now - 3, now) > 0.5 * channel.lookBack() ? 2 : 0)
                + (week > 1.2 * older && week > 0 ? 1 : 0);
    }

    private static Outlook outlook(LateHistory channel, RiskTable table, long now) {
        int riskClass = riskClass(channel, now);
        double probability = table.risk(riskClass);
        double week = channel.seconds().max(now - HORIZON_DAYS, now);
        double month = channel.seconds().max(now - 4L * HORIZON_DAYS, now);
        double[] line = Numbers.weekLine(channel.seconds(), now);
        double highest = Math.max(line[0] + line[1], line[0] + HORIZON_DAYS * line[1]);
        int wanted = (int) Math.ceil(1.25 * Math.max(month, channel.lookBack()) / 3600) * 3600;
        return new Outlook(ForecastKind.LATE, channel.subject(), HORIZON_DAYS, probability,
                week > channel.lookBack() ? 1 : 0, highest > channel.lookBack() ? 1 : 0, channel.lookBack(), null, null,
                String.format(Locale.ROOT, "Readings of %s come later than the look-back of %.1f h reaches within %d "
                        + "days with a probability of %.0f %%: the latest of this week came after %.1f h, of four "
                        + "weeks after %.1f h; %s.", channel.subject().name(), channel.lookBack() / 3600, HORIZON_DAYS,
                        100 * probability, week / 3600, month / 3600, table.reason(riskClass)), wanted);
    }
}
