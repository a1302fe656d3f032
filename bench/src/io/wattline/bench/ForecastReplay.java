package io.wattline.bench;

import io.wattline.forecast.method.BacklogMethod;
import io.wattline.forecast.method.DaySeries;
import io.wattline.forecast.method.ForecastKind;
import io.wattline.forecast.method.GatewayHistory;
import io.wattline.forecast.method.GatewayMethod;
import io.wattline.forecast.method.LateHistory;
import io.wattline.forecast.method.LateMethod;
import io.wattline.forecast.method.LossHistory;
import io.wattline.forecast.method.MonthMethod;
import io.wattline.forecast.method.Outlook;
import io.wattline.forecast.method.Subject;
import io.wattline.forecast.method.TrendMethod;
import io.wattline.forecast.method.TrendSeries;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** Makes the forecasts of each day as on that day, and writes down what then happened. */
final class ForecastReplay {

    private final ForecastLedger ledger;
    private final int days;
    private LocalDate first = ForecastWorld.FIRST;

    ForecastReplay(ForecastLedger ledger, int days) {
        this.ledger = ledger;
        this.days = days;
    }

    ForecastReplay from(LocalDate day) {
        first = day;
        return this;
    }

    void gateways(ForecastWorld world) throws SQLException {
        GatewayMethod method = new GatewayMethod();
        Map<Subject, GatewayHistory> all = new HashMap<>();
        world.gatewayDays.forEach(each -> all.put(each.subject(), each));
        for (int day = 0; day + GatewayMethod.HORIZON_DAYS <= days; day++) {
            for (Outlook outlook : method.forecast(world.gatewayDays, first.plusDays(day))) {
                settle(outlook, day, all.get(outlook.subject()).kept(), kept -> kept <= outlook.limit(), Double.NaN);
            }
        }
    }

    void late(List<LateHistory> channels) throws SQLException {
        LateMethod method = new LateMethod();
        Map<Subject, LateHistory> all = new HashMap<>();
        channels.forEach(each -> all.put(each.subject(), each));
        for (int day = 0; day + LateMethod.HORIZON_DAYS <= days; day++) {
            for (Outlook outlook : method.forecast(channels, first.plusDays(day))) {
                settle(outlook, day, all.get(outlook.subject()).seconds(), late -> late > outlook.limit(), Double.NaN);
            }
        }
    }

    void trends(List<TrendSeries> series, ForecastKind kind) throws SQLException {
        TrendMethod method = new TrendMethod(kind);
        Map<Subject, TrendSeries> all = new HashMap<>();
        series.forEach(each -> all.put(each.subject(), each));
        for (int day = 0; day + TrendMethod.HORIZON_DAYS <= days; day++) {
            for (Outlook outlook : method.forecast(series, first.plusDays(day))) {
                DaySeries values = all.get(outlook.subject()).values();
                settle(outlook, day, values, value -> value >= outlook.limit(),
                        values.on(first.plusDays(day + TrendMethod.HORIZON_DAYS - 1L)));
            }
        }
    }

    void months(List<LossHistory> members) throws SQLException {
        MonthMethod method = new MonthMethod();
        Map<Subject, LossHistory> all = new HashMap<>();
        members.forEach(each -> all.put(each.subject(), each));
        for (int day = 0; day < days; day++) {
            LocalDate today = first.plusDays(day);
            if (today.withDayOfMonth(today.lengthOfMonth()).isBefore(first.plusDays(days))) {
                for (Outlook outlook : method.forecast(members, today)) {
                    month(outlook, all.get(outlook.subject()), today);
                }
            }
        }
    }

    private void month(Outlook outlook, LossHistory member, LocalDate today) throws SQLException {
        double missing = 0;
        Instant happenedAt = null;
        for (LocalDate day = today.withDayOfMonth(1); day.getMonth() == today.getMonth(); day = day.plusDays(1)) {
            double lost = member.missing().on(day);
            missing += Double.isNaN(lost) ? 0 : lost;
            if (missing > outlook.limit() && happenedAt == null) {
                happenedAt = start(day.plusDays(1));
            }
        }
        ledger.add(outlook, start(today), Duration.ofDays(outlook.horizon()), happenedAt, missing);
    }

    private void settle(Outlook outlook, int today, DaySeries values, DoublePredicate happens, double value)
            throws SQLException {
        Instant happenedAt = null;
        for (int day = 0; day < outlook.horizon() && happenedAt == null; day++) {
            LocalDate at = first.plusDays(today + (long) day);
            happenedAt = happens.test(values.on(at)) ? start(at) : null;
        }
        ledger.add(outlook, start(first.plusDays(today)), Duration.ofDays(outlook.horizon()), happenedAt, value);
    }

    /** Every six hours, as the route does. */
    void backlog(List<Double> hours, int number) throws SQLException {
        Subject subject = new Subject("backfill:" + number, "The backlog", null, String.valueOf(number));
        for (int hour = 28 * 24; hour + BacklogMethod.HORIZON_HOURS < hours.size(); hour += 6) {
            Optional<Outlook> outlook = new BacklogMethod().forecast(subject, hours.subList(hour - 28 * 24, hour + 1));
            if (outlook.isPresent()) {
                int cleared = hour;
                while (cleared < hours.size() && hours.get(cleared) > 0) {
                    cleared++;
                }
                boolean known = cleared < hours.size();
                boolean there = cleared - hour > BacklogMethod.HORIZON_HOURS;
                Instant now = start(first).plus(Duration.ofHours(hour));
                ledger.add(outlook.get(), now, Duration.ofHours(BacklogMethod.HORIZON_HOURS),
                        there ? now.plus(Duration.ofHours(BacklogMethod.HORIZON_HOURS)) : null,
                        known ? cleared - hour : Double.NaN);
            }
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
