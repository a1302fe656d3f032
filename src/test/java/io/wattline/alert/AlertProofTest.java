package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.Ears;
import io.wattline.testing.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule that ships: what makes it true in the data is done, rules are evaluated minute by minute as the timer does,
 * and people must hear of it within a minute of the time at which the rule itself says that it is so, once; and when it
 * is mended, once more. The table of times is printed: bench/README.md has it.
 */
class AlertProofTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Long ago: readings are expected. */
    private static final String INSTALLED = "update channels set installed_at = '2026-01-01T00:00Z'; ";
    private static final Path SPOOL = Path.of("target", "spool-of-proof-" + System.nanoTime()).toAbsolutePath();
    private static final List<String> TABLE = new ArrayList<>();
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-02-03T12:05:00Z"));
    private static final Ears EARS = new Ears();
    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        Map<String, String> settings = EARS.settings();
        settings.putAll(Map.of("readings.history", "3d", "heartbeat.url", EARS.url("heartbeat"), "api.breaker.wait",
                "1s", "alerts.aftermath", "0s",
                "heartbeat.mail.to", "watch@example.org", "spool.directory", SPOOL.toString()));
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(4, 1), CLOCK), CLOCK, settings);
        wattline.sync();
        wattline.request("direct:watch-canary", null);
    }

    @AfterAll
    static void stop() {
        wattline.close();
        EARS.close();
        TABLE.forEach(System.out::println);
    }

    /** All is well, and time has gone on to the middle of a slot. */
    @BeforeEach
    void reset() {
        wattline.awaitIdle();
        execute("truncate alerts, alert_events, alert_outbox, alert_silences restart identity; delete from data_gaps; "
                + "delete from quality_findings; delete from data_breakers; "
                + "delete from dead_letters; delete from canaries; delete from ingestion_logs where run_id >= 1000; "
                + "delete from runs where run_id >= 1000; "
                + "update poll_state set state = 'live', last_error = null, state_reason = null, last_reading_at = '"
                + CLOCK.instant().minus(Duration.ofMinutes(20)) + "'; "
                + "update channels set last_seen_at = '" + CLOCK.instant() + "', installed_at = '" + CLOCK.instant()
                + "'");
        EARS.reset();
    }

    private static void execute(String sql) {
        wattline.database().execute(sql);
    }

    private static String now() {
        return "'" + CLOCK.instant() + "'::timestamptz";
    }

    private static void file(String name) {
        try {
            Files.createDirectories(SPOOL.resolve(name).getParent());
            Files.writeString(SPOOL.resolve(name), "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void gone(String name) {
        assertThat(SPOOL.resolve(name).toFile().delete()).isTrue();
    }

    /** So often in all, and what the last answer was is known. */
    private static void heartbeats(int times) {
        await().until(() -> EARS.asked("heartbeat") == times);
        wattline.awaitIdle();
    }

    private static void check() {
        wattline.request("direct:alerts-check", null);
    }

    /**
     * What makes it so and what mends it; {@code due}: how long after the deed the rule says that it is so, its {@code
     * for} included.
     */
    static Stream<Arguments> deeds() {
        return Stream.of(
                Arguments.of("no-data", Duration.ofMinutes(61), (Runnable) () ->
                        execute(INSTALLED + "update poll_state set last_reading_at = " + now()
                        + " - interval '15 minutes'"),
                        (Runnable) () -> execute("update poll_state set last_reading_at = " + now())),
                Arguments.of("active-channels-low", Duration.ofMinutes(61), (Runnable) () ->
                        execute(INSTALLED
                        + "update poll_state set last_reading_at = case when channel_id <= 61002 then " + now()
                        + " - interval '15 minutes' else " + now() + " + interval '5 hours' end"), (Runnable) () ->
                        execute("update poll_state set last_reading_at = " + now())),
                Arguments.of("channel-stale", Duration.ofMinutes(61), (Runnable) () ->
                        execute(INSTALLED
                        + "update poll_state set last_reading_at = case when channel_id = 61001 then " + now()
                        + " - interval '15 minutes' else " + now() + " + interval '5 hours' end"), (Runnable) () ->
                        execute("update poll_state set last_reading_at = " + now())),
                Arguments.of("null-rate-high", Duration.ZERO, (Runnable) () ->
                        execute("update readings set power_kw = null where channel_id = 61001"),
                        (Runnable) () ->
                                execute("update readings set power_kw = energy_kwh * 4 where channel_id = 61001")),
                Arguments.of("reject-rate-high", Duration.ZERO, (Runnable) () ->
                        execute("insert into runs (run_id, kind, started_at) overriding system value "
                                + "values (1000, 'poll', " + now() + "); "
                        + "insert into ingestion_logs (organization_id, channel_id, start_time, end_time, "
                        + "readings_fetched, readings_rejected, run_id) values ('', 61001, now(), now(), 10, 3, 1000)"),
                        (Runnable) () -> execute("delete from ingestion_logs where run_id = 1000")),
                Arguments.of("dead-letters-many", Duration.ZERO, (Runnable) () ->
                        execute("insert into runs (run_id, kind, started_at) overriding system value "
                                + "values (1001, 'poll', " + now() + "); "
                        + "insert into dead_letters (stage, channel_id, rule, reason, payload, run_id) "
                        + "select 'validate', 61001, 'power-range', 'r', to_jsonb(n), 1001 "
                        + "from generate_series(1, 51) n"),
                        (Runnable) () -> execute("update dead_letters set status = 'discarded'")),
                Arguments.of("data-volume-low", Duration.ofMinutes(10), (Runnable) () -> execute(INSTALLED),
                        (Runnable) () -> execute("update channels set installed_at = " + now())),
                Arguments.of("completeness-low", Duration.ofHours(1), (Runnable) () ->
                        execute(INSTALLED + "update poll_state set last_reading_at = " + now()
                        + " + interval '5 hours'"),
                        (Runnable) () -> execute("update channels set installed_at = " + now())),
                Arguments.of("gap-long", Duration.ZERO, (Runnable) () ->
                        execute("insert into data_gaps (channel_id, gap_start, gap_end) "
                                + "values (61001, '2026-02-01T00:00Z', '2026-02-01T07:00Z')"),
                        (Runnable) () -> execute("update data_gaps set closed_at = now()")),
                Arguments.of("channel-dead", Duration.ZERO, (Runnable) () ->
                        execute("update poll_state set state = 'dead' where channel_id = 61001"),
                        (Runnable) () -> execute("update poll_state set state = 'live'")),
                Arguments.of("channel-paused", Duration.ZERO, (Runnable) () ->
                        execute("update poll_state set state = 'paused' where channel_id = 61001"),
                        (Runnable) () -> execute("update poll_state set state = 'live'")),
                Arguments.of("channel-quarantined", Duration.ZERO, (Runnable) () ->
                        execute("insert into data_breakers (channel_id, state, readings, rejected, good_batches, "
                                + "trips, updated_at) "
                        + "values (61001, 'open', 10, 9, 0, 1, now())"), (Runnable) () ->
                        execute("update data_breakers set state = 'closed'")),
                Arguments.of("meter-anomaly", Duration.ZERO, (Runnable) () ->
                        execute("insert into anomalies (channel_id, detector, version, starts_at, ends_at, "
                                + "first_seen_day, last_seen_day, score, cause, sentence, state, found_at, changed_at) "
                                + "values (61001, 'level', 1, now() - interval '3 days', now(), current_date - 3, "
                                + "current_date, 9, 'meter', 's', 'open', now(), now())"),
                        (Runnable) () -> execute("update anomalies set verdict = 'normal', verdict_by = 'test', "
                                + "verdict_at = now(), verdict_reason = 'r'")),
                Arguments.of("findings-critical", Duration.ZERO, (Runnable) () ->
                        execute("insert into quality_findings (channel_id, rule, severity, finding_start, "
                                + "finding_end, reason, marks, "
                        + "found_at, last_seen_at) values (61001, 'sum', 'critical', now(), now() + interval '1 day', "
                        + "'r', false, now(), now())"),
                        (Runnable) () -> execute("update quality_findings set closed_at = now()")),
                Arguments.of("source-failing", Duration.ofMinutes(5), (Runnable) () ->
                        execute("update poll_state set last_error = 'status 500', last_attempt_at = now()"),
                        (Runnable) () -> execute("update poll_state set last_error = null")),
                Arguments.of("metadata-old", Duration.ofMinutes(1), (Runnable) () ->
                        execute("update channels set last_seen_at = " + now() + " - interval '6 hours'"),
                        (Runnable) () -> execute("update channels set last_seen_at = " + now())),
                Arguments.of("pipeline-stuck", Duration.ofMinutes(2), (Runnable) () ->
                        execute("insert into canaries values (now(), 1, clock_timestamp() - interval '10 minutes')"),
                        (Runnable) () -> wattline.request("direct:watch-canary", null)),
                Arguments.of("heartbeat-failed", Duration.ofMinutes(5), (Runnable) () -> {
                    EARS.refuse("heartbeat", 404, null);
                    wattline.request("direct:watch-cycle", null);
                    heartbeats(1);
                }, (Runnable) () -> {
                    EARS.accept("heartbeat");
                    wattline.request("direct:watch-cycle", null);
                    heartbeats(2);
                }),
                Arguments.of("reconciliation-differs", Duration.ZERO, (Runnable) () ->
                        execute("insert into reconciliations (job_id, channel_id, range_start, range_end, compared, "
                                + "missing, changed, "
                        + "extra, rejected, unreadable, verdict, samples, duration_seconds, published_at) "
                        + "values (1, 61001, now(), now(), 9, 1, 1, 0, 0, 0, 'differs', '[]', 1, " + now() + ")"),
                        (Runnable) () -> execute("delete from reconciliations")),
                Arguments.of("source-changed", Duration.ZERO, (Runnable) () ->
                        execute("insert into drift_findings (channel_id, kind, code, before, after, message, found_at) "
                        + "values (61001, 'unit-changed', 'E', 'Wh', 'MWh', 'the unit of E was Wh and is MWh', "
                        + now() + ")"),
                        (Runnable) () -> execute("update drift_findings set closed_at = now()")),
                Arguments.of("log-in-refused", Duration.ZERO, (Runnable) () -> {
                    wattline.simulator().faults().on(Fault.LOGIN_REFUSED);
                    wattline.simulator().endSessions();
                    assertThat(syncs()).isFalse();
                }, (Runnable) () -> {
                    wattline.simulator().faults().off(Fault.LOGIN_REFUSED);
                    CLOCK.advance(Duration.ofMinutes(16));
                    assertThat(syncs()).isTrue();
                }),
                Arguments.of("spool-backlog", Duration.ofMinutes(10), (Runnable) () -> file("one.json"),
                        (Runnable) () -> gone("one.json")),
                Arguments.of("spool-unreadable", Duration.ZERO, (Runnable) () -> file("unreadable/one"),
                        (Runnable) () -> gone("unreadable/one")),
                Arguments.of("rules-unevaluated", Duration.ofMinutes(2), (Runnable) () ->
                        execute("alter table data_gaps rename to data_gaps_away"),
                        (Runnable) () -> execute("alter table data_gaps_away rename to data_gaps")),
                Arguments.of("delivery-dead", Duration.ZERO, (Runnable) () ->
                        execute("insert into alerts (alert_key, severity, summary, state) "
                                + "values ('old', 'info', 's', 'resolved'); "
                        + "insert into alert_outbox (message_id, alert_id, channel, kind, message, state, created_at, "
                        + "next_attempt_at, settled_at) "
                        + "select 'm', alert_id, 'slack', 'fired', '{}', 'dead', now(), now(), " + now()
                        + " from alerts where alert_key = 'old'"),
                        (Runnable) () ->
                                execute("update alert_outbox set state = 'superseded' where message_id = 'm'")));
    }

    /**
     * The rest: breaker-open below, database-unreachable in {@link AlertsRoutesTest}, what only the process knows in
     * {@link WatcherRulesTest}, channels that never deliver, vanish or do not exist in {@link NeverDeliveredTest};
     * part-down in FirstDayTest; routes-refused in RouteReloadTest; forecast-warns in {@link ForecastAlertTest}.
     */
    @Test
    void every_rule_that_ships_is_proved() {
        List<String> proved = new ArrayList<>(deeds().map(deed -> (String) deed.get()[0]).toList());
        proved.addAll(List.of("breaker-open", "database-unreachable", "disk-low", "timer-late", "clock-stepped",
                "alert-rules-refused",
                "never-delivered", "channel-vanished", "no-channels", "part-down", "routes-refused",
                "forecast-warns"));
        assertThat(proved).containsExactlyInAnyOrderElementsOf(AlertRulesFileTest.shipped().rules().stream()
                .map(AlertRule::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deeds")
    void each_rule_is_heard_within_a_minute_of_becoming_true_once_and_so_is_its_end(String rule, Duration due,
            Runnable deed, Runnable mend) {
        check();
        assertThat(count(rule, "fired")).as("before").isZero();
        CLOCK.advance(Duration.ofSeconds(20));
        Instant done = CLOCK.instant();
        deed.run();
        Duration heard = Duration.ZERO;
        for (CLOCK.advance(Duration.ofSeconds(40)); count(rule, "fired") == 0
                && heard.compareTo(due.plus(MINUTE)) <= 0; CLOCK.advance(MINUTE)) {
            check();
            heard = Duration.between(done, CLOCK.instant());
        }
        assertThat(count(rule, "fired")).as(rule + " is told").isPositive();
        assertThat(heard).as("after the deed").isLessThanOrEqualTo(due.plus(MINUTE));
        TABLE.add("| " + rule + " | " + due.toMinutes() + " m | " + heard.toSeconds() + " s |");
        check();
        mend.run();
        for (int i = 0; i < 4 && count(rule, "resolved") == 0; i++) {
            CLOCK.advance(MINUTE);
            check();
        }
        await().until(() -> EARS.heard("slack").stream().filter(post -> post.toString().contains(rule))
                .count() >= (rule.equals("delivery-dead") ? 0 : 2));
        assertThat(wattline.rows("select kind, count(*)::int as n from alert_outbox join alerts using (alert_id) "
                + "where rule = ? and channel = 'email' group by 1 order by 1", rule))
                .as("once each").containsExactly(Map.of("kind", "fired", "n", 1), Map.of("kind", "resolved", "n", 1));
    }

    private static int count(String rule, String kind) {
        return ((Number) wattline.value("select count(*) from alert_outbox join alerts using (alert_id) "
                + "where rule = ? and kind = ?", rule, kind)).intValue();
    }

    @Test
    void a_source_that_fails_is_one_message_of_the_cause_and_its_end() {
        wattline.simulator().faults().on(Fault.SERVER_ERROR).share(1);
        for (int i = 0; i < 20 && count("breaker-open", "fired") == 0; i++) {
            CLOCK.advance(MINUTE);
            syncs();
            check();
        }
        wattline.simulator().faults().off(Fault.SERVER_ERROR).share(0);
        await().until(() -> EARS.heard("pagerduty").size() == 1);
        JsonNode trigger = EARS.heard("pagerduty").get(0);
        assertThat(trigger.path("event_action").asText()).isEqualTo("trigger");
        assertThat(trigger.path("routing_key").asText()).isEqualTo("R0UT1NG");
        assertThat(trigger.at("/payload/severity").asText()).isEqualTo("critical");
        assertThat(trigger.at("/payload/summary").asText())
                .isEqualTo("The Eniscope API fails, the circuit breaker is open");
        assertThat(trigger.at("/payload/custom_details/notes/0").asText())
                .startsWith("While this alert is open, no notifications are sent for: source-failing");
        await().until(AlertProofTest::syncs);
        check();
        CLOCK.advance(Duration.ofMinutes(2));
        check();
        await().until(() -> EARS.heard("pagerduty").size() == 2);
        assertThat(EARS.heard("pagerduty").get(1).path("event_action").asText()).isEqualTo("resolve");
        assertThat(EARS.heard("pagerduty").get(1).path("dedup_key")).isEqualTo(trigger.path("dedup_key"));
    }

    /** Whether the source answers. */
    private static boolean syncs() {
        try {
            wattline.sync();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
