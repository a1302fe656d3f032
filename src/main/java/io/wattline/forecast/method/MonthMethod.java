package io.wattline.forecast.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Forecasts that a channel or a site misses 99 % this month, from day 10 on: of all earlier stretches of as many days
 * that began like today, it counts those that lost more than what the budget has left. The member's own stretches count
 * beside those of all members. One that has missed already gets no forecast.
 */
public final class MonthMethod {

    private static final int FROM_DAY = 10;
    private static final int OWN_DAYS_MIN = 14;
    private static final double BUDGET = 0.01;
    /** Stretches of others weigh as much as so many separate stretches of its own. */
    private static final double OTHERS = 8;

    /** What is known of a member this month; readings. */
    private record Month(double expectedADay, double expected, double missing, double budget, int days) {

        double leftDays() {
            return (budget - missing) / expectedADay;
        }
    }

    /** @param today the first day that nothing is known of */
    public List<Outlook> forecast(List<LossHistory> members, LocalDate today) {
        List<Outlook> outlooks = new ArrayList<>();
        if (today.getDayOfMonth() < FROM_DAY) {
            return outlooks;
        }
        int days = today.lengthOfMonth() - today.getDayOfMonth() + 1;
        WindowPool pool = new WindowPool(members, today.toEpochDay(), days);
        for (LossHistory member : members) {
            Month month = month(member, today, days);
            if (month != null && pool.isEnough()) {
                outlooks.add(outlook(member, pool, month, today.toEpochDay()));
            }
        }
        return outlooks;
    }

    private static Month month(LossHistory member, LocalDate today, int days) {
        long now = today.toEpochDay();
        long start = today.withDayOfMonth(1).toEpochDay();
        int known = member.expected().known(now - OWN_DAYS_MIN, now).length;
        double expected = LossHistory.sum(member.expected(), start, now);
        double last = member.expected().last(now);
        if (known < OWN_DAYS_MIN || !(last > 0) || expected <= 0) {
            return null;
        }
        double missing = LossHistory.sum(member.missing(), start, now);
        double budget = BUDGET * (expected + days * last);
        return missing > budget ? null : new Month(last, expected, missing, budget, days);
    }

    private static Outlook outlook(LossHistory member, WindowPool pool, Month month, long now) {
        double[] like = pool.like(WindowPool.beginning(member, now));
        double[] own = own(member, now, month.days());
        Mixture sums = new Mixture(like, own, OTHERS, own.length / (double) month.days());
        double probability = sums.above(month.leftDays());
        double persistence = month.missing() > BUDGET * month.expected() ? 1 : 0;
        return new Outlook(ForecastKind.MONTH, member.subject(), month.days(), probability, persistence,
                line(member, month, now), month.budget(), interval(sums, month), null,
                sentence(member, month, like, probability), null);
    }

    private static double[] own(LossHistory member, long now, int days) {
        List<Double> sums = new ArrayList<>();
        int last = WindowPool.beginning(member, now) / 4;
        WindowPool.windows(member, now, days, (riskClass, sum) -> {
            if (riskClass / 4 == last) {
                sums.add(sum);
            }
        });
        double[] sorted = sums.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double line(LossHistory member, Month month, long now) {
        double[] line = Numbers.weekLine(member.missing(), now);
        double missing = month.missing();
        for (int day = 1; day <= month.days(); day++) {
            missing += Math.min(month.expectedADay(), Math.max(0, line[0] + day * line[1]));
        }
        return missing > month.budget() ? 1 : 0;
    }

    /** Missing readings at the end of the month; none where four of five stretches lost the same. */
    private static Outlook.Interval interval(Mixture sums, Month month) {
        double least = sums.quantile(0.1);
        boolean fromLeast = sums.above(0) < 0.9;
        double high = sums.quantile(fromLeast ? 0.8 : 0.9);
        return high <= least ? null : new Outlook.Interval(month.missing() + (fromLeast ? 0 : least)
                * month.expectedADay(), month.missing() + high * month.expectedADay());
    }

    private static String sentence(LossHistory member, Month month, double[] like, double probability) {
        return String.format(Locale.ROOT, "%s misses 99 %% this month with a probability of %.0f %%: %.0f readings are "
                + "missing so far, %.0f may be. Of %d stretches of %d days that began like this, %d lost more than the "
                + "rest.", member.subject().name(), 100 * probability, month.missing(), Math.floor(month.budget()),
                like.length, month.days(), Numbers.above(like, month.leftDays()));
    }
}
