package io.wattline.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.anomaly.backtest.Backtest;
import io.wattline.anomaly.backtest.BacktestReport;
import io.wattline.anomaly.backtest.BacktestSeries;
import io.wattline.anomaly.backtest.SeriesFile;
import io.wattline.anomaly.backtest.SeriesFileException;
import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.Detectors;
import io.wattline.anomaly.watch.AnomalyEvent;
import io.wattline.anomaly.watch.ChannelWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The targets of the detectors, on synthetic offices, and the files that a backtest reads. */
class BacktestTest {

    private static final AnomalyBook BOOK = AnomalyBook.read(Path.of("config/anomalies.yaml"));

    private static BacktestReport backtest(long seed) {
        List<BacktestSeries> offices = IntStream.range(0, 3)
                .mapToObj(i -> new BacktestSeries("office " + i, SyntheticSeries.office(150, 60, 40 + i))).toList();
        return new Backtest(BOOK.tunings(), seed, 1, false).run(offices, done -> { });
    }

    @Test
    void the_detectors_reach_their_targets_on_offices() {
        BacktestReport report = backtest(1);
        assertThat(report.total().recall()).isGreaterThanOrEqualTo(0.8);
        assertThat(report.total().precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(report.falseAlarmsPerMonth() + report.noticesPerMonth()).isLessThanOrEqualTo(1);
        assertThat(report.contaminated().recall()).isGreaterThan(report.total().recall() - 0.1);
        assertThat(String.join("\n", report.text())).contains("One contaminated week", "seed 1", "lost-phase");
    }

    @Test
    void the_same_seed_plants_the_same_faults() {
        assertThat(backtest(5).faults()).isEqualTo(backtest(5).faults());
    }

    @Test
    void a_holiday_that_no_calendar_knows_is_a_day_anomaly_with_at_most_one_other_day_a_year() {
        int year = 365;
        DayGrid office = SyntheticSeries.office(60 + year, 60, 9);
        int[] holidays = {100, 150, 205, 262, 318, 400};
        for (int holiday : holidays) {
            int sunday = holiday;
            while (office.date(sunday).getDayOfWeek() != DayOfWeek.SUNDAY) {
                sunday--;
            }
            SyntheticSeries.copyDay(office, sunday, holiday);
        }
        List<Integer> days = new ChannelWatch(office, day -> false, Detectors.of(BOOK.tunings())).run().stream()
                .filter(event -> event.isOwn() && event.kind() == AnomalyKind.DAY).map(AnomalyEvent::firstSeenDay)
                .toList();
        List<Integer> working = IntStream.of(holidays)
                .filter(day -> office.date(day).getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()).boxed()
                .toList();
        assertThat(days).containsAll(working);
        assertThat(days.size()).isLessThanOrEqualTo(working.size() + 1);
    }

    @Test
    void json_gives_kilowatt_hours_of_local_days(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), """
                {"orgs": [{"id": 1, "tz": "Asia/Kuala_Lumpur"}], "channels": [{"id": 7, "name": "Lights", "org": 1,
                 "start": 1582243200, "res": 3600, "E": [2706.5, null, 10], "P": [2706.5, null, 10]}]}""");
        DayGrid grid = SeriesFile.read(file, ZoneOffset.UTC).get(0).grid();
        assertThat(grid.date(0)).hasToString("2020-02-21");
        assertThat(grid.energy(0, 8)).isEqualTo(2.7065);
        assertThat(grid.energy(0, 9)).isNaN();
        assertThat(grid.power(0, 10)).isEqualTo(0.01);
    }

    @Test
    void csv_tells_its_interval_from_its_timestamps(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), """
                timestamp,value
                2026-03-01 00:00,1.5
                2026-03-01T00:15,
                2026-03-01T00:30+01:00,2
                2026-03-01T00:45,2.5
                """);
        DayGrid grid = SeriesFile.read(file, ZoneId.of("Europe/Copenhagen")).get(0).grid();
        assertThat(grid.slotMinutes()).isEqualTo(15);
        assertThat(grid.energy(0, 0)).isEqualTo(1.5);
        assertThat(grid.energy(0, 1)).isNaN();
        assertThat(grid.power(0, 2)).isEqualTo(8);
    }

    @Test
    void a_line_that_is_none_is_named_with_what_is_allowed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "timestamp,value\n2026-03-01T00:00Z,1\nyesterday,2\n");
        assertThatThrownBy(() -> SeriesFile.read(file, ZoneOffset.UTC)).isInstanceOf(SeriesFileException.class)
                .hasMessageContaining("line 3").hasMessageContaining("yesterday").hasMessageContaining("allowed");
    }

    @Test
    void a_file_without_channels_is_refused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"orgs\": []}");
        assertThatThrownBy(() -> SeriesFile.read(file, ZoneOffset.UTC)).isInstanceOf(SeriesFileException.class)
                .hasMessageContaining("no channel");
    }
}
