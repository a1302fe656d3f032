package io.wattline.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What each method says of histories that are known. */
class MethodsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    /** The 17th of March; 75 days are known. */
    private static final LocalDate TODAY = FIRST.plusDays(75);

    @Test
    void a_channel_that_goes_on_losing_misses_the_month_and_a_clean_one_does_not() {
        List<LossHistory> members = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            members.add(losses("clean" + i, day -> 0));
        }
        members.add(losses("losing", day -> 1.5));

        List<Outlook> outlooks = new MonthMethod().forecast(members, TODAY);

        assertThat(outlooks).hasSize(10);
        assertThat(of(outlooks, "clean0").probability()).isLessThan(0.05);
        assertThat(of(outlooks, "clean0").value()).isNull();
        Outlook losing = of(outlooks, "losing");
        assertThat(losing.probability()).isGreaterThan(0.5);
        assertThat(losing.limit()).isCloseTo(29.76, within(1e-9));
        assertThat(losing.sentence()).contains("24 readings are missing so far, 29 may be");
        assertThat(losing.persistence()).isEqualTo(1);
    }

    @Test
    void a_month_is_forecast_from_day_10_on_and_not_once_it_is_missed() {
        List<LossHistory> members = List.of(losses("a", day -> day < 40 ? 0 : 1), losses("b", day -> 0));
        assertThat(new MonthMethod().forecast(members, LocalDate.of(2026, 3, 9))).isEmpty();
        assertThat(new MonthMethod().forecast(members, LocalDate.of(2026, 3, 10))).hasSize(2);
        List<LossHistory> missed = List.of(losses("a", day -> day == 70 ? 40 : 0), losses("b", day -> 0));
        assertThat(new MonthMethod().forecast(missed, TODAY)).extracting(outlook -> outlook.subject().key())
                .containsExactly("b");
    }

    @Test
    void more_losses_never_lower_the_probability_that_the_month_is_missed() {
        double before = 0;
        for (int lost : new int[] {0, 5, 10, 20, 28}) {
            List<LossHistory> members = noisy(20, 7);
            members.add(losses("x", day -> day == 61 ? lost : 0));
            double probability = of(new MonthMethod().forecast(members, TODAY), "x").probability();
            assertThat(probability).isGreaterThanOrEqualTo(before);
            before = probability;
        }
    }

    @Test
    void a_gateway_with_all_signs_is_likelier_to_fail_than_a_quiet_one() {
        List<GatewayHistory> gateways = new ArrayList<>();
        gateways.add(gateway("quiet", day -> 0));
        gateways.add(gateway("worn", day -> Math.max(0, (day - 65) / 10.0)));
        List<Outlook> outlooks = new GatewayMethod().forecast(gateways, TODAY);
        assertThat(of(outlooks, "quiet").probability()).isLessThan(0.02);
        assertThat(of(outlooks, "worn").probability()).isGreaterThan(0.5);
        assertThat(of(outlooks, "worn").sentence()).contains("its channels lose readings together",
                "its readings arrive later", "its gaps lengthen");
    }

    @Test
    void a_gateway_that_is_silent_already_gets_no_forecast() {
        assertThat(new GatewayMethod().forecast(List.of(gateway("down", day -> day < 73 ? 0 : 10)), TODAY)).isEmpty();
    }

    @Test
    void counted_days_outweigh_the_prior() {
        RiskTable table = new RiskTable(0.5);
        assertThat(table.risk(0)).isEqualTo(0.5);
        for (int day = 0; day < 94; day++) {
            table.count(0, day % 10 == 0);
        }
        assertThat(table.risk(0)).isCloseTo(13 / 100.0, within(1e-9));
        assertThat(table.reason(0)).isEqualTo("of 94 days like this, 10 were followed by one");
    }

    @Test
    void a_clock_that_runs_away_steadily_has_a_narrow_date() {
        TrendSeries clock = trend("clock", 405, day -> 4 * day + (day % 2 == 0 ? 1 : -1));
        Outlook outlook = new TrendMethod(ForecastKind.CLOCK).forecast(List.of(clock), TODAY).get(0);
        // 296 s on the last day; 405 s is reached 27.25 days after it
        assertThat(outlook.due().low()).isBetween(24.0, 28.0);
        assertThat(outlook.due().high()).isBetween(27.0, 33.0);
        assertThat(outlook.probability()).isLessThan(0.1);
        assertThat(outlook.value().low()).isLessThan(352 + 4);
        assertThat(outlook.value().high()).isGreaterThan(352 - 4);
    }

    @Test
    void a_disk_that_is_full_next_week_is_said_to_be_and_one_that_stands_still_is_not() {
        TrendSeries filling = trend("filling", 100, day -> 20 + day + (day % 3) * 0.2);
        TrendSeries still = trend("still", 100, day -> 50 + (day % 3) * 0.2);
        List<Outlook> outlooks = new TrendMethod(ForecastKind.FULL).forecast(List.of(filling, still), TODAY);
        assertThat(of(outlooks, "filling").probability()).isGreaterThan(0.9);
        assertThat(of(outlooks, "filling").due().low()).isBetween(4.0, 7.0);
        assertThat(of(outlooks, "still").probability()).isLessThan(0.1);
    }

    @Test
    void a_clean_up_of_a_disk_starts_its_line_anew() {
        TrendSeries cleaned = trend("cleaned", 100, day -> (day < 66 ? 20 + day : day - 60) + (day % 3) * 0.2);
        Outlook outlook = new TrendMethod(ForecastKind.FULL).forecast(List.of(cleaned), TODAY).get(0);
        assertThat(outlook.probability()).isLessThan(0.1);
        assertThat(outlook.sentence()).contains("moves by +1.");
    }

    @Test
    void a_value_at_its_limit_and_one_without_a_limit_get_no_forecast() {
        List<TrendSeries> series = List.of(trend("over", 50, day -> day), trend("endless", Double.POSITIVE_INFINITY,
                day -> day));
        assertThat(new TrendMethod(ForecastKind.FULL).forecast(series, TODAY)).isEmpty();
    }

    @Test
    void a_backlog_that_shrinks_by_ten_an_hour_is_cleared_in_ten_hours() {
        List<Double> hours = new ArrayList<>();
        for (int hour = 0; hour <= 20; hour++) {
            hours.add(300.0 - 10 * hour);
        }
        Outlook outlook = new BacklogMethod().forecast(Subject.part("backfill", "b"), hours).orElseThrow();
        assertThat(outlook.due()).isEqualTo(new Outlook.Interval(10, 10));
        assertThat(outlook.probability()).isLessThan(0.01);
        assertThat(new BacklogMethod().forecast(Subject.part("backfill", "b"), List.of(5.0, 0.0))).isEmpty();
    }

    @Test
    void a_backlog_that_stands_still_is_still_there() {
        List<Double> hours = new ArrayList<>(java.util.Collections.nCopies(30, 100.0));
        Outlook outlook = new BacklogMethod().forecast(Subject.part("backfill", "b"), hours).orElseThrow();
        assertThat(outlook.probability()).isGreaterThan(0.99);
        assertThat(outlook.due()).isNull();
        assertThat(outlook.sentence()).contains("not within 14 days");
    }

    @Test
    void readings_that_come_later_every_day_will_come_too_late_and_a_longer_look_back_is_named() {
        LateHistory slow = new LateHistory(Subject.part("slow", "slow"), series(day -> Math.max(0, day - 45) * 200),
                7200);
        LateHistory good = new LateHistory(Subject.part("good", "good"), series(day -> 0), 7200);
        List<Outlook> outlooks = new LateMethod().forecast(List.of(slow, good), TODAY);
        assertThat(of(outlooks, "slow").probability()).isGreaterThan(of(outlooks, "good").probability());
        assertThat(of(outlooks, "good").probability()).isLessThan(0.02);
        assertThat(of(outlooks, "slow").lookBack()).isEqualTo(3 * 3600);
    }

    /** The test of tests: the same forecast, whatever comes after today. */
    @Test
    void no_method_sees_tomorrow() {
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            double[][] past = random(random, 75);
            double[][] futures = random(random, 60);
            double[][] others = random(random, 60);
            List<Outlook> once = all(joined(past, futures));
            assertThat(once).hasSizeGreaterThan(10).containsExactlyElementsOf(all(joined(past, others)))
                    .containsExactlyElementsOf(all(past));
        }
    }

    @Test
    void every_probability_is_one_and_every_interval_is_in_order() {
        Random random = new Random(6);
        for (int round = 0; round < 30; round++) {
            for (Outlook outlook : all(random(random, 75))) {
                assertThat(outlook.probability()).isBetween(0.0, 1.0);
                if (outlook.value() != null) {
                    assertThat(outlook.value().low()).isLessThanOrEqualTo(outlook.value().high());
                }
                if (outlook.due() != null) {
                    assertThat(outlook.due().low()).isLessThanOrEqualTo(outlook.due().high());
                }
            }
        }
    }

    @Test
    void a_unit_changes_no_probability() {
        double[][] days = random(new Random(8), 75);
        TrendMethod method = new TrendMethod(ForecastKind.FULL);
        for (double[] values : days) {
            double[] sums = sums(values);
            double limit = 1.2 * sums[sums.length - 1];
            double[] thousands = Arrays.stream(sums).map(value -> 1000 * value).toArray();
            TrendSeries bytes = new TrendSeries(Subject.part("a", "a"), new DaySeries(FIRST, sums), limit, "B", 1, "a");
            TrendSeries scaled = new TrendSeries(bytes.subject(), new DaySeries(FIRST, thousands), 1000 * limit, "mB",
                    1, "a");
            assertThat(method.forecast(List.of(bytes), TODAY).get(0).probability())
                    .isCloseTo(method.forecast(List.of(scaled), TODAY).get(0).probability(), within(1e-6));
        }
    }

    private static List<Outlook> all(double[][] days) {
        List<LossHistory> losses = new ArrayList<>();
        List<GatewayHistory> gateways = new ArrayList<>();
        List<TrendSeries> trends = new ArrayList<>();
        List<LateHistory> late = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            Subject subject = Subject.part(String.valueOf(i), "s");
            double[] values = days[i];
            DaySeries missing = new DaySeries(FIRST, values);
            double[] sums = sums(values);
            double[] share = Arrays.stream(values).map(value -> Math.min(1, value / 10)).toArray();
            double[] kept = Arrays.stream(share).map(value -> 1 - value).toArray();
            losses.add(new LossHistory(subject, new DaySeries(FIRST, Arrays.stream(values).map(v -> 96).toArray()),
                    missing));
            gateways.add(new GatewayHistory(subject, new DaySeries(FIRST, kept), new DaySeries(FIRST, share),
                    new DaySeries(FIRST, share), missing));
            trends.add(new TrendSeries(subject, new DaySeries(FIRST, sums), 100, "s", 1, "x"));
            late.add(new LateHistory(subject, new DaySeries(FIRST, Arrays.stream(values).map(v -> 2000 * v).toArray()),
                    7200));
        }
        List<Outlook> outlooks = new ArrayList<>(new MonthMethod().forecast(losses, TODAY));
        outlooks.addAll(new GatewayMethod().forecast(gateways, TODAY));
        outlooks.addAll(new TrendMethod(ForecastKind.CLOCK).forecast(trends, TODAY));
        outlooks.addAll(new LateMethod().forecast(late, TODAY));
        return outlooks;
    }

    private static double[] sums(double[] values) {
        double[] sums = values.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    private static double[][] random(Random random, int days) {
        double[][] values = new double[6][days];
        for (double[] series : values) {
            for (int day = 0; day < days; day++) {
                double lost = random.nextDouble() < 0.3 ? Math.floor(10 * Math.pow(random.nextDouble(), 6)) : 0;
                series[day] = lost + 0.01;
            }
        }
        return values;
    }

    private static double[][] joined(double[][] past, double[][] future) {
        double[][] joined = new double[past.length][];
        for (int i = 0; i < past.length; i++) {
            joined[i] = Arrays.copyOf(past[i], past[i].length + future[i].length);
            System.arraycopy(future[i], 0, joined[i], past[i].length, future[i].length);
        }
        return joined;
    }

    private static List<LossHistory> noisy(int members, long seed) {
        Random random = new Random(seed);
        List<LossHistory> histories = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            histories.add(losses("n" + i, day -> random.nextDouble() < 0.2 ? random.nextInt(12) : 0));
        }
        return histories;
    }

    private static LossHistory losses(String name, IntToDoubleFunction missing) {
        return new LossHistory(Subject.part(name, name), series(day -> 96), series(missing));
    }

    private static GatewayHistory gateway(String name, IntToDoubleFunction wear) {
        return new GatewayHistory(Subject.part(name, name),
                series(day -> Math.max(0, 1 - 0.6 * wear.applyAsDouble(day))),
                series(day -> Math.min(1, wear.applyAsDouble(day))),
                series(day -> Math.min(1, 0.5 * wear.applyAsDouble(day))), series(day -> 5 * wear.applyAsDouble(day)));
    }

    private static TrendSeries trend(String name, double limit, IntToDoubleFunction value) {
        return new TrendSeries(Subject.part(name, name), series(value), limit, "s", 1, name);
    }

    /** The 75 days before today. */
    private static DaySeries series(IntToDoubleFunction value) {
        double[] values = new double[75];
        Arrays.setAll(values, value);
        return new DaySeries(FIRST, values);
    }

    private static Outlook of(List<Outlook> outlooks, String subject) {
        return outlooks.stream().filter(outlook -> outlook.subject().key().equals(subject)).findFirst().orElseThrow();
    }
}
