package io.wattline.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.lab.simulator.Plant;
import io.wattline.reading.Interval;
import io.wattline.reading.PollSettings;
import io.wattline.settings.Settings;
import io.wattline.testing.CapturedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How late readings come, and how far back a channel is asked for it. */
class LookBacksTest {

    private static final Instant START = Instant.parse("2026-03-02T00:07:00Z");
    private static final Duration DAY = ReconciliationStage.DAY;
    private static final int ONE = 61001;
    private static ReconciliationStage stage;

    @BeforeAll
    static void start() {
        stage = new ReconciliationStage(
                Plant.of(2, 7),
                START,
                Map.of("readings.history", "1d", "readings.late.readings", "8", "readings.late.days", "2"));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void read_up_to_the_first_day() {
        stage.begin(START);
        stage.wattline.sync();
    }

    private static void adapt() {
        stage.wattline.request("direct:reconciliation-look-back", null);
    }

    /** Of the channel: in hours; null where it is as the settings say. */
    private static Integer lookBackHours(int channelId) {
        Integer seconds = (Integer) stage.wattline.value("select look_back_seconds from poll_state "
                + "where channel_id = ?", channelId);
        return seconds == null ? null : seconds / 3600;
    }

    private static List<String> said(CapturedLog log) {
        return log.lines().stream().filter(line -> line.contains("look-back of")).toList();
    }

    /** From 06:00 to 07:00 of so many days after the first, six hours late. */
    private static Interval lateOn(int day) {
        Instant six = Instant.parse("2026-03-02T06:00:00Z").plus(DAY.multipliedBy(day));
        Interval hour = new Interval(six, six.plus(ReconciliationStage.HOUR));
        stage.amendments().delay(ONE, hour, hour.start().plus(Duration.ofHours(6)));
        return hour;
    }

    /**
     * In the morning, while they are still awaited, and at midnight, when the look-back of the settings does not reach
     * them any more.
     */
    private static void pollThroughTheDay() {
        stage.pollFor(Duration.ofHours(9), Duration.ofHours(9));
        stage.pollFor(Duration.ofHours(15), Duration.ofHours(15));
    }

    /** Two days on which some came too late for the look-back, and each night was reconciled. */
    private static void stream() {
        for (int day = 0; day < 2; day++) {
            lateOn(day);
            pollThroughTheDay();
            stage.reconcile(1);
        }
    }

    @Test
    void a_steady_stream_of_late_readings_is_asked_for_further_back_and_found_by_polling_from_then_on() {
        try (CapturedLog log = CapturedLog.open()) {
            stream();
            adapt();
            assertThat(said(log))
                    .singleElement()
                    .asString()
                    .contains("Channel " + ONE, "look-back of 9.0 h", "before: 2.0 h", "on 2 of them");
        }
        assertThat(lookBackHours(ONE)).isEqualTo(9);
        assertThat(lookBackHours(ONE + 1)).isNull();
        assertThat((String) stage.wattline.value("select look_back_reason from poll_state where channel_id = ?", ONE))
                .contains("8 readings");
        Interval third = lateOn(2);
        pollThroughTheDay();
        stage.mustBeTrue(ONE, third);
        assertThat(stage.wattline.rows("select distinct r.kind from readings join runs r using (run_id) "
                + "where channel_id = ? and \"timestamp\" >= ?::timestamptz and \"timestamp\" < ?::timestamptz",
                ONE, third.start().toString(), third.end().toString())).containsExactly(Map.of("kind", "sync"));
    }

    @Test
    void it_is_as_before_when_the_stream_has_ended_and_the_log_says_so() {
        stream();
        adapt();
        assertThat(lookBackHours(ONE)).isEqualTo(9);
        stage.clock.advance(DAY.multipliedBy(9));
        try (CapturedLog log = CapturedLog.open()) {
            adapt();
            assertThat(said(log))
                    .singleElement()
                    .asString()
                    .contains("look-back of 2.0 h", "before: 9.0 h", "do not come late any more");
            adapt();
            assertThat(said(log)).hasSize(1);
        }
        assertThat(stage.wattline.rows("select look_back_seconds, look_back_reason from poll_state "
                + "where look_back_seconds is not null or look_back_reason is not null")).isEmpty();
    }

    @Test
    void nobody_is_asked_further_back_than_the_limit() {
        stream();
        LateReadingSettings late = Settings.defaults(
                LateReadingSettings.class, Map.of("readings.late.readings", "8", "readings.late.days", "2"));
        PollSettings limited = Settings.defaults(PollSettings.class, Map.of("readings.poll.look-back-max", "4h"));
        assertThat(new LookBacks(stage.wattline.database().dataSource(), limited, late, stage.clock).adapt())
                .singleElement()
                .returns(Duration.ofHours(4), LookBackChange::after)
                .returns(Duration.ofHours(2), LookBackChange::before);
    }

    @Test
    void one_bad_day_is_no_stream() {
        lateOn(0);
        pollThroughTheDay();
        stage.reconcile(1);
        assertThat(stage.count(
                        "late_readings(?::timestamptz, ?::timestamptz)",
                        START.toString(),
                        stage.clock.instant().toString()))
                .isEqualTo(4);
        adapt();
        assertThat(lookBackHours(ONE)).isNull();
    }

    @Test
    void what_we_fetched_late_was_not_late() {
        stage.clock.advance(DAY.multipliedBy(3));
        stage.wattline.sync();
        assertThat(stage.count("readings")).isGreaterThan(2 * 3 * 96);
        assertThat(stage.count(
                        "late_readings(?::timestamptz, ?::timestamptz)",
                        START.minus(DAY).toString(),
                        stage.clock.instant().toString()))
                .isZero();
    }
}
