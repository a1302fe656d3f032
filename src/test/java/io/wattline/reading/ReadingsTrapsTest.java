package io.wattline.reading;

import static io.wattline.reading.ReadingsStage.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The traps in what the source answers, each with the fault that shows it, on the days around the autumn change of
 * 2026.
 */
class ReadingsTrapsTest {

    private static final int LONDON = 61001;
    private static final int SOLAR = 61005;
    private static final int CHILLER = 61010;
    private static final int HOURLY = 61011;
    private static final int NEW = 61012;
    private static final int COPENHAGEN = 61017;
    private static final Instant CHANGE = Instant.parse("2026-10-25T01:00:00Z");
    private static ReadingsStage stage;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-10-26T12:07:00Z"));
        stage = ReadingsStage.start(
                SimulatorSettings.of(Plant.installation(1, Instant.parse("2026-10-25T10:31:17Z")), clock), Map.of());
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Simulator simulator() {
        return stage.wattline.simulator();
    }

    private static int struckBy(Fault fault) {
        return simulator().plant().struckBy(fault).channelId();
    }

    private static List<Instant> suspects(int channelId) {
        return stage
                .wattline
                .rows(
                        "select \"timestamp\" from readings where channel_id = ? and data_quality = 'suspect' order by"
                                + " 1",
                        channelId)
                .stream()
                .map(row -> instant(row.get("timestamp")))
                .toList();
    }

    @Test
    void an_unaligned_installation_asks_on_the_grid_from_the_first_whole_slot() {
        stage.begin();
        stage.poll(NEW);
        Instant first = Instant.parse("2026-10-25T10:45:00Z");
        assertThat(instant(
                        stage.wattline.value("select min(start_time) from ingestion_logs where channel_id = ?", NEW)))
                .isEqualTo(first);
        stage.mustBeTrue(NEW, new Interval(first, stage.history().end()));
        assertThat(stage.count("dead_letters")).isZero();
    }

    @Test
    void a_null_bin_is_no_reading_no_reject_and_no_zero() {
        stage.begin(Fault.NULL_BINS);
        stage.poll(LONDON);
        stage.mustBeTrue(LONDON, stage.history());
        int empty = simulator().truth().empty(LONDON, stage.history()).size();
        assertThat(empty).isPositive();
        assertThat(stage.wattline.value("select sum(null_bins)::int from ingestion_logs where channel_id = ?", LONDON))
                .isEqualTo(empty);
        assertThat(stage.count("dead_letters")).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"NULL_BINS", "CHANNEL_ALL_NULL", "GATEWAY_GAP"})
    void a_null_never_overwrites_a_value(Fault fault) {
        stage.begin();
        stage.poll(LONDON, COPENHAGEN);
        List<Map<String, Object>> before = stage.places();
        simulator().faults().on(fault);
        assertThat(stage.askAgain(stage.history(), LONDON, COPENHAGEN).updated()).isZero();
        assertThat(stage.places()).isEqualTo(before);
    }

    @Test
    void an_hourly_channel_is_found_to_be_one_and_read_as_such() {
        stage.begin();
        assertThat(stage.poll(HOURLY).failures()).isEmpty();
        assertThat(stage.wattline.value("select interval_seconds from channels where channel_id = ?", HOURLY))
                .isEqualTo(3600);
        stage.mustBeTrue(HOURLY, stage.history(Duration.ofHours(1)));
        assertThat(stage.count("readings where extract(minute from \"timestamp\") <> 0")).isZero();
        long before = simulator().seen().requestsOf(HOURLY);
        stage.clock.advance(Duration.ofHours(1));
        stage.poll(HOURLY);
        assertThat(simulator().seen().requestsOf(HOURLY)).isEqualTo(before + 1);
        stage.mustBeTrue(HOURLY, stage.history(Duration.ofHours(1)));
    }

    @Test
    void an_hourly_channel_that_was_never_polled_is_read_by_a_sync_of_dates() {
        stage.begin();
        assertThat(stage.askAgain(stage.history(Duration.ofHours(1)), HOURLY).failures()).isEmpty();
        stage.mustBeTrue(HOURLY, stage.history(Duration.ofHours(1)));
    }

    @Test
    void in_autumn_the_doubled_hour_is_kept_as_suspect_and_the_missing_one_stays_missing() {
        stage.begin(Fault.AUTUMN_CLOCK_CHANGE);
        stage.poll(LONDON, HOURLY, COPENHAGEN);
        stage.mustBeTrue(LONDON, stage.history());
        stage.mustBeTrue(COPENHAGEN, stage.history());
        stage.mustBeTrue(HOURLY, stage.history(Duration.ofHours(1)));
        assertThat(suspects(LONDON)).as("it only lacks the hour").isEmpty();
        assertThat(suspects(COPENHAGEN))
                .containsExactly(
                        CHANGE.minusSeconds(3600),
                        CHANGE.minusSeconds(2700),
                        CHANGE.minusSeconds(1800),
                        CHANGE.minusSeconds(900));
        assertThat(suspects(HOURLY)).containsExactly(CHANGE.minusSeconds(3600));
        assertThat(stage.count("readings where quality_method not like 'doubled-bin: energy of 2 slots%'")).isZero();
        assertThat(stage.count("dead_letters")).isZero();
        assertThat(stage.wattline.rows(
                        "select slots_of_day, reading_count from v_readings_daily where meter_id = ? and reading_date"
                                + " = ?",
                        COPENHAGEN,
                        Date.valueOf("2026-10-25")))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("slots_of_day", 100L).containsEntry("reading_count", 96L));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "UNSORTED",
                "DOUBLED_RECORDS",
                "NUMBERS_AS_STRINGS",
                "OTHER_UNITS",
                "WRONG_CONTENT_TYPE",
                "OPERATING_HOURS_LIST",
                "UNKNOWN_FIELD"
            })
    void whatever_the_form_of_an_answer_its_readings_are_the_same(Fault fault) {
        stage.begin(fault);
        stage.poll(LONDON, LONDON + 1, LONDON + 2, SOLAR);
        for (int channelId : new int[] {LONDON, LONDON + 1, LONDON + 2, SOLAR}) {
            stage.mustBeTrue(channelId, stage.history());
        }
        assertThat(stage.count("dead_letters")).isZero();
    }

    @Test
    void a_channel_that_stands_still_has_true_zeros_and_noise() {
        stage.begin(Fault.IDLE_NOISE);
        stage.poll(struckBy(Fault.IDLE_NOISE));
        stage.mustBeTrue(struckBy(Fault.IDLE_NOISE), stage.history());
        assertThat(stage.count("readings where energy_kwh = 0")).isPositive();
        assertThat(stage.count("dead_letters")).isZero();
        assertThat(stage.count("readings where data_quality <> 'measured'")).isZero();
    }

    @Test
    void a_code_that_nobody_knows_is_kept_and_counted() {
        stage.begin(Fault.UNKNOWN_FIELD);
        stage.poll(LONDON);
        long readings = stage.count("readings");
        assertThat(stage.count("readings where raw @> '{\"XQ9\": 7}'")).isEqualTo(readings).isPositive();
        assertThat(stage.wattline.rows("select channel_id, times_seen from unknown_fields where code = 'XQ9'"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("channel_id", LONDON).containsEntry("times_seen", readings));
    }

    @Test
    void a_unit_that_nobody_knows_is_a_finding_and_not_a_guess() {
        stage.begin(Fault.UNKNOWN_UNIT);
        int channelId = struckBy(Fault.UNKNOWN_UNIT);
        stage.poll(channelId);
        assertThat(stage.count("readings")).isZero();
        assertThat(stage.count("dead_letters")).isEqualTo(stage.history().slots(Duration.ofMinutes(15)));
        assertThat(stage.wattline.rows(
                        "select distinct rule, stage, reason ~ 'furlong.*config/fields.yaml' as named from"
                                + " dead_letters"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("rule", "unit-known")
                        .containsEntry("stage", "normalise")
                        .containsEntry("named", true));
    }

    @Test
    void the_total_of_a_site_counts_no_energy_twice() {
        stage.begin();
        stage.poll(LONDON, LONDON + 1, LONDON + 2, LONDON + 3, SOLAR, CHILLER);
        ZoneId zone = ZoneId.of("Europe/London");
        LocalDate day = LocalDate.parse("2026-10-25");
        Interval span = new Interval(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        double kwh = 0;
        for (int channelId : Set.of(LONDON, SOLAR, CHILLER)) {
            kwh += simulator().truth().energyKwh(channelId, span);
        }
        assertThat((Double) stage.wattline.value(
                        "select total_energy_kwh from v_site_daily where site_id = '23272' and reading_date = ?",
                        Date.valueOf(day)))
                .isCloseTo(kwh, within(1e-6));
    }
}
