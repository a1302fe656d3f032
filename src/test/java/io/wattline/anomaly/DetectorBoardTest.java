package io.wattline.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wattline.anomaly.detector.DayGrid;
import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a backtest over stored readings leaves behind, and how that is used. */
class DetectorBoardTest {

    private static final int DAYS = 120;
    private static final Instant FIRST = SyntheticSeries.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);

    private MovableClock clock;
    private WattlineUnderTest wattline;
    private DataSource database;

    @BeforeEach
    void start() {
        clock = new MovableClock(FIRST.plus(Duration.ofDays(DAYS + 1)).plus(Duration.ofHours(4)));
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, Map.of(), RunMode.ONCE);
        database = wattline.context().getRegistry().lookupByNameAndType("dataSource", DataSource.class);
        wattline.database().execute("insert into organizations (organization_id, organization_name, timezone) "
                + "values ('x', 'X', 'UTC'); insert into channels (channel_id, channel_name, organization_id, "
                + "interval_seconds) values (7, 'seven', 'x', 3600)");
        DayGrid grid = SyntheticSeries.office(DAYS, 60, 3);
        SyntheticSeries.scale(grid, 72, 73, 0.5);
        SyntheticSeries.scale(grid, 87, 88, 0.5);
        keep(grid);
    }

    @AfterEach
    void close() {
        wattline.close();
    }

    @Test
    void a_backtest_keeps_a_score_of_each_detector_on_each_channel() throws Exception {
        new StoredBacktest(book(1), database, clock).run(List.of(), DAYS, 1, (done, of) -> { });
        assertThat(wattline.value("select count(*) from detector_scores where subject = '7'")).isEqualTo(12L);
        List<DetectorBoard.Line> lines = new DetectorBoard(database, clock).lines(null);
        assertThat(lines).hasSize(12).allMatch(line -> line.measuredAt().equals(clock.instant()));
        assertThat(lines.stream().mapToLong(DetectorBoard.Line::found).sum()).isPositive();
        assertThat(new DetectorBoard(database, clock).raised(null)).isEmpty();
    }

    @Test
    void a_detector_over_its_budget_is_held_back_says_why_and_can_be_reset() throws Exception {
        wattline.request("direct:anomalies-run", null);
        assertThat(days()).isEqualTo(2L);
        new StoredBacktest(book(0), database, clock).run(List.of(7), DAYS, 1, (done, of) -> { });
        DetectorBoard board = new DetectorBoard(database, clock);
        assertThat(board.raised(7)).extracting(DetectorBoard.Raised::detector, DetectorBoard.Raised::source,
                DetectorBoard.Raised::by).contains(tuple("day", "budget", "backtest"));
        assertThat(board.raised(7).get(0).reason()).contains("alarms a month", "false-alarms-per-month");
        assertThat(board.lines(7)).filteredOn(line -> line.detector().equals("day"))
                .allMatch(line -> line.raised() + line.muted() == 1);

        int raised = board.raised(7).size();
        new StoredBacktest(book(0), database, clock).run(List.of(7), DAYS, 1, (done, of) -> { });
        assertThat(board.raised(7)).as("what is raised holds in the next backtest").hasSize(raised);

        assertThat(board.reset(7, "day", "ann")).isTrue();
        assertThat(board.reset(7, "day", "ann")).isFalse();
        assertThat(board.raised(7)).extracting(DetectorBoard.Raised::detector).doesNotContain("day");
    }

    private Object days() {
        return wattline.value("select count(*) from anomalies where detector = 'day' and state = 'over'");
    }

    /** The shipped settings with another budget of false alarms. */
    private static AnomalyBook book(int alarms) throws Exception {
        return AnomalyBook.parse("anomalies.yaml", Files.readString(Path.of("config/anomalies.yaml"))
                .replace("false-alarms-per-month: 1", "false-alarms-per-month: " + alarms));
    }

    private void keep(DayGrid grid) {
        List<String> values = new ArrayList<>();
        for (int cell = 0; cell < DAYS * 24; cell++) {
            values.add("(7, '" + FIRST.plus(Duration.ofHours(cell)) + "', " + grid.energy(cell / 24, cell % 24) + ", "
                    + grid.power(cell / 24, cell % 24) + ")");
        }
        wattline.database().execute("insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) values "
                + String.join(", ", values));
    }
}
