package io.wattline.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.anomaly.detector.DayGrid;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From stored readings to anomalies and verdicts, through the routes and a real database. */
class AnomaliesRoutesTest {

    private static final int DAYS = 120;
    private static final int CHANNEL = 7;
    /** The first day of {@link SyntheticSeries}, in UTC. */
    private static final Instant FIRST = SyntheticSeries.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);

    private MovableClock clock;
    private WattlineUnderTest wattline;
    private DayGrid grid;

    @BeforeEach
    void start() {
        start(RunMode.ONCE);
    }

    private void start(RunMode mode) {
        clock = new MovableClock(FIRST.plus(Duration.ofDays(DAYS)).plus(Duration.ofHours(4)));
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, Map.of(), mode);
        wattline.database().execute("insert into organizations (organization_id, organization_name, timezone) "
                + "values ('x', 'X', 'UTC'); insert into channels (channel_id, channel_name, organization_id, "
                + "interval_seconds) values (7, 'seven', 'x', 3600), (8, 'young', 'x', 3600)");
        grid = SyntheticSeries.office(DAYS, 60, 3);
        SyntheticSeries.scale(grid, 95, 110, 3);
    }

    @AfterEach
    void close() {
        wattline.close();
    }

    @Test
    void a_level_becomes_one_open_anomaly_that_ends_by_itself() {
        keep(0, 106);
        at(108);
        assertThat(search().opened()).isPositive();
        assertThat(anomalies()).containsExactly("level open meter 96");

        keep(106, DAYS);
        at(DAYS + 1);
        search();
        assertThat(anomalies()).containsExactly("level over meter 96");
    }

    @Test
    void a_run_day_by_day_finds_what_one_run_over_all_days_finds() {
        keep(0, DAYS);
        for (int day = 30; day <= DAYS + 1; day += 7) {
            at(day);
            search();
        }
        at(DAYS + 1);
        search();
        List<Map<String, Object>> byDays = rows();
        wattline.database().execute("delete from detector_adjustments; delete from anomalies; "
                + "delete from anomaly_checkpoints");
        search();
        assertThat(rows()).isEqualTo(byDays).isNotEmpty();
    }

    @Test
    void a_run_with_nothing_new_changes_nothing_and_a_late_day_only_what_it_must() {
        keep(0, DAYS);
        at(DAYS + 1);
        search();
        List<Map<String, Object>> before = rows();
        assertThat(search()).extracting(AnomalyReport::opened, AnomalyReport::changed, AnomalyReport::gone)
                .containsExactly(0L, 0L, 0L);

        wattline.database().execute("update readings set energy_kwh = 300, power_kw = 300 where channel_id = 7 "
                + "and \"timestamp\" = '2024-03-20T03:00:00Z'");
        AnomalyReport late = search();
        assertThat(late.opened()).isEqualTo(1);
        assertThat(rows()).containsAll(before);
        assertThat(wattline.value("select count(*) from anomalies where detector = 'spike' and state = 'over'"))
                .isEqualTo(1L);

        wattline.database().execute("update readings set energy_kwh = 3, power_kw = 3 where channel_id = 7 "
                + "and \"timestamp\" = '2024-03-20T03:00:00Z'");
        assertThat(search().gone()).isEqualTo(1);
    }

    @Test
    void two_runs_at_once_open_an_anomaly_once() {
        keep(0, 106);
        at(108);
        CompletableFuture<AnomalyReport> beside = CompletableFuture.supplyAsync(this::search);
        search();
        beside.join();
        assertThat(rows()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void the_days_that_a_backfill_has_changed_are_judged_after_it() {
        close();
        start(RunMode.TIMERS);
        keep(0, 106);
        at(108);
        wattline.context().createProducerTemplate().sendBody("seda:anomalies-after-backfill", null);
        await().until(() -> rows(), rows -> !rows.isEmpty());
    }

    @Test
    void an_anomaly_changes_no_reading() {
        keep(0, DAYS);
        at(DAYS + 1);
        search();
        assertThat(wattline.value("select count(*) from readings where data_quality <> 'measured'")).isEqualTo(0L);
    }

    @Test
    void a_level_that_is_accepted_is_learned_and_withdrawing_that_brings_it_back() {
        keep(0, 106);
        at(108);
        search();
        AnomalyActions actions = new AnomalyActions(dataSource(), clock);
        long id = (Long) wattline.value("select anomaly_id from anomalies where detector = 'level'");

        assertThat(actions.accept(id, "ann", "a new machine")).isTrue();
        DetectorBoard board = new DetectorBoard(dataSource(), clock);
        assertThat(board.raised(CHANNEL)).extracting(DetectorBoard.Raised::source).containsExactly("verdict");
        keep(106, 109);
        at(111);
        search();
        assertThat(actions.find(id).orElseThrow().cause()).isEqualTo("operation");

        assertThat(actions.withdraw(id, "ann")).isTrue();
        assertThat(board.raised(CHANNEL)).isEmpty();
        search();
        assertThat(actions.find(id).orElseThrow()).extracting(AnomalyRow::cause, AnomalyRow::verdict)
                .containsExactly("meter", null);
        assertThat(actions.withdraw(id, "ann")).isFalse();
        assertThat(actions.accept(99, "ann", "x")).isFalse();
    }

    @Test
    void below_four_weeks_a_channel_is_not_judged() {
        keep(0, 20);
        at(22);
        search();
        assertThat(rows()).isEmpty();
        assertThat(wattline.rows("select status from v_anomaly_channels where channel_id = 7"))
                .containsExactly(Map.of("status", "not judged"));
    }

    @Test
    void open_anomalies_are_a_measure_of_alerts() {
        keep(0, 106);
        at(108);
        search();
        assertThat(wattline.rows("select a.state from v_anomalies a where counts")).hasSize(1);
    }

    private void at(int day) {
        clock.advance(Duration.between(clock.instant(), FIRST.plus(Duration.ofDays(day)).plus(Duration.ofHours(4))));
    }

    private DataSource dataSource() {
        return wattline.context().getRegistry().lookupByNameAndType("dataSource", DataSource.class);
    }

    private AnomalyReport search() {
        return (AnomalyReport) wattline.request("direct:anomalies-run", null);
    }

    private void keep(int fromDay, int toDay) {
        List<String> values = new ArrayList<>();
        for (int day = fromDay; day < toDay; day++) {
            for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
                values.add("(7, '" + FIRST.plus(Duration.ofDays(day)).plus(Duration.ofHours(slot)) + "', "
                        + grid.energy(day, slot) + ", " + grid.power(day, slot) + ")");
            }
        }
        wattline.database().execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) values "
                + String.join(", ", values));
    }

    private List<String> anomalies() {
        return wattline.rows("select detector || ' ' || state || ' ' || cause || ' ' "
                + "|| (first_seen_day - date '2024-01-01') as it from anomalies where state <> 'explained' order by 1")
                .stream().map(row -> (String) row.get("it")).toList();
    }

    private List<Map<String, Object>> rows() {
        return wattline.rows("select detector, first_seen_day, last_seen_day, state, sentence, explained_by "
                + "from anomalies order by 1, 2");
    }
}
