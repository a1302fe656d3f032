package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.CapturedLog;
import io.wattline.testing.MovableClock;
import io.wattline.testing.OddSource;
import java.io.IOException;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code vendor}: the vendor's alarms, events and tariffs become rows, and none of them that fails keeps anything else.
 */
class EventsRoutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OddSource SOURCE = new OddSource();
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-02-03T12:00:00Z"));

    /** Rows by path below the base; a path that is not here is answered with {@link #status}. */
    private final Map<String, List<?>> lists = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile int status = 404;

    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(1, 1), CLOCK),
                CLOCK,
                Map.of(
                        "eniscope.api.url",
                        SOURCE.url(),
                        "api.retry.max",
                        "0",
                        "api.breaker.calls",
                        "1000",
                        "api.breaker.calls-min",
                        "1000"));
    }

    @AfterAll
    static void stop() {
        wattline.close();
        SOURCE.close();
    }

    @BeforeEach
    void anAccountWithAnAlarm() {
        wattline.database().execute("truncate organizations, channels, vendor_alarms, vendor_events, vendor_tariffs, "
                + "alerts cascade");
        SOURCE.answer(this::answer);
        lists.put("organizations", List.of(row("organizationId", "901", "organizationName", "Mill")));
        lists.put("devices", List.of());
        lists.put("meters", List.of());
        lists.put("channels", List.of(row("dataChannelId", "61001", "channelName", "Main", "organizationId", "901")));
        lists.put("alarms", List.of(alarm("501", "Night load high")));
        lists.put("events", List.of(event("3001", "1767230100"), event("3002", null)));
        lists.put(
                "alarms/501/alarmrules",
                List.of(row("alarmRuleId", "9001", "field", "E", "operator", ">", "threshold", "5000")));
        lists.put("alarms/501/alarmperiods", List.of());
        lists.put(
                "organizations/901/tariffs",
                List.of(row("tariffId", "5", "tariffName", "Day and night", "links", Map.of())));
    }

    /** A list comes under its name and page by page; a collection within its owner. */
    private void answer(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        String path = asked.getPath().replaceFirst("^/v1/", "");
        String name = path.replaceFirst(".*/", "");
        if (answers.containsKey(path)) {
            OddSource.send(exchange, 200, answers.get(path));
        } else if (!lists.containsKey(path)) {
            OddSource.send(exchange, status, "");
        } else if (path.contains("/")) {
            OddSource.send(exchange, 200, JSON.writeValueAsString(Map.of("id", "1", name, lists.get(path))));
        } else {
            int page = Integer.parseInt(asked.getQuery().replaceFirst(".*page=", ""));
            List<?> rows = lists.get(path);
            OddSource.send(
                    exchange,
                    200,
                    JSON.writeValueAsString(Map.of(
                            name,
                            rows.subList(Math.min(rows.size(), (page - 1) * 100), Math.min(rows.size(), page * 100)),
                            "meta",
                            Map.of("recordCount", rows.size(), "pageCount", (rows.size() + 99) / 100))));
        }
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    private static Map<String, Object> alarm(String id, String name) {
        return row(
                "alarmId",
                id,
                "alarmName",
                name,
                "alarmDescription",
                null,
                "channelId",
                "61001",
                "deviceId",
                "81001",
                "organizationId",
                "901",
                "emailRecipients",
                "a@example.org",
                "reportingInterval",
                "900",
                "reminderInterval",
                "x",
                "alarmHoldoffCount",
                "1",
                "status",
                "1",
                "displayedPhase",
                "system",
                "links",
                Map.of("self", "https://core.eniscope.com/v1/1/alarms/" + id));
    }

    private static Map<String, Object> event(String id, String end) {
        return row(
                "eventId",
                id,
                "eventName",
                "Alarm",
                "eventDescription",
                "Night load high",
                "resourceId",
                "501",
                "eventType",
                "alarm",
                "eventStartTs",
                "1767229200",
                "eventEndTs",
                end);
    }

    private static List<String> sync() {
        CLOCK.advance(Duration.ofHours(1));
        try (CapturedLog log = CapturedLog.open()) {
            wattline.request("direct:eniscope-metadata", null);
            return log.lines().stream().filter(line -> line.contains(" of the source")).toList();
        }
    }

    private static Timestamp at(long seconds) {
        return Timestamp.from(Instant.ofEpochSecond(seconds));
    }

    @Test
    void alarms_are_kept_with_their_rules_and_periods_and_without_mail_addresses() {
        assertThat(sync()).containsExactly("INFO alarms of the source: 1 listed, 1 new, 0 changed, 0 gone (marked "
                + "inactive)",
                "INFO events of the source: 2 listed, 2 new, 0 changed, 0 gone (marked inactive)");
        assertThat(wattline.rows("select alarm_name, description, channel_id, organization_id, "
                        + "reporting_interval_seconds, reminder_interval_seconds, rules->0->>'threshold' as "
                        + "threshold, periods::text, raw::text ~ "
                        + "'example.org|core.eniscope' as leaks, active from vendor_alarms"))
                .containsExactly(row(
                        "alarm_name",
                        "Night load high",
                        "description",
                        null,
                        "channel_id",
                        61_001,
                        "organization_id",
                        "901",
                        "reporting_interval_seconds",
                        900,
                        "reminder_interval_seconds",
                        null,
                        "threshold",
                        "5000",
                        "periods",
                        "[]",
                        "leaks",
                        false,
                        "active",
                        true));
        assertThat(sync()).as("nothing has changed").isEmpty();
    }

    @Test
    void events_and_tariffs_are_kept_and_an_event_that_ends_is_written_again() {
        sync();
        assertThat(wattline.rows("select event_id, started_at, ended_at from vendor_events order by 1"))
                .containsExactly(
                        row("event_id", 3_001L, "started_at", at(1_767_229_200), "ended_at", at(1_767_230_100)),
                        row("event_id", 3_002L, "started_at", at(1_767_229_200), "ended_at", null));
        assertThat(wattline.rows("select organization_id, tariff_id, tariff_name, jsonb_exists(raw, 'links') as links "
                + "from vendor_tariffs")).containsExactly(
                row("organization_id", "901", "tariff_id", "5", "tariff_name", "Day and night", "links", false));
        lists.put("events", List.of(event("3002", "1767229900")));
        assertThat(sync()).containsExactly("INFO events of the source: 1 listed, 0 new, 1 changed, 0 gone (marked "
                + "inactive)");
        assertThat(wattline.value(
                        "select ended_at from vendor_events where event_id = 3002 and changed_at = ?",
                        Timestamp.from(CLOCK.instant())))
                .isEqualTo(at(1_767_229_900));
        assertThat(wattline.value("select count(*) from vendor_events")).as("never deleted").isEqualTo(2L);
    }

    @Test
    void what_vanishes_is_inactive_since_then_and_comes_back_active() {
        sync();
        lists.put("alarms", List.of());
        lists.put("organizations/901/tariffs", List.of());
        assertThat(sync()).containsExactly("INFO alarms of the source: 0 listed, 0 new, 0 changed, 1 gone (marked "
                + "inactive)");
        Timestamp since = Timestamp.from(CLOCK.instant());
        sync();
        assertThat(wattline.value("select inactive_since from vendor_alarms where not active")).isEqualTo(since);
        assertThat(wattline.value("select inactive_since from vendor_tariffs where not active")).isEqualTo(since);
        lists.put("alarms", List.of(alarm("501", "Night load high")));
        lists.put("organizations/901/tariffs", List.of(row("id", 5, "name", "Day")));
        assertThat(sync()).containsExactly("INFO alarms of the source: 1 listed, 0 new, 1 changed, 0 gone (marked "
                + "inactive)");
        assertThat(wattline.value("select count(*) from vendor_alarms where active and inactive_since is null"))
                .isEqualTo(1L);
        assertThat(wattline.value("select tariff_name from vendor_tariffs where active and inactive_since is null"))
                .isEqualTo("Day");
    }

    @Test
    void long_lists_are_read_to_their_last_page() {
        lists.put("events", IntStream.range(0, 245).mapToObj(i -> event(String.valueOf(4_000 + i), null)).toList());
        sync();
        assertThat(wattline.value("select count(*) from vendor_events")).isEqualTo(245L);
    }

    @Test
    void a_missing_right_is_logged_once_and_everything_else_goes_on() {
        sync();
        List.of("alarms", "events", "organizations/901/tariffs").forEach(lists::remove);
        status = 403;
        assertThat(sync()).hasSize(3).allMatch(line -> line.matches("INFO (alarms|events|tariffs) of the source are "
                + "unavailable to this account.*status 403.*this line comes once.*"));
        assertThat(sync()).isEmpty();
        status = 404;
        assertThat(sync()).isEmpty();
        assertThat(wattline.value("select count(*) from channels where active")).isEqualTo(1L);
        anAccountWithAnAlarm();
        sync();
        assertThat(wattline.value("select count(*) from vendor_alarms")).as("the right has come").isEqualTo(1L);
        lists.remove("alarms");
        assertThat(sync()).as("a right that is taken away again is logged again").hasSize(1);
        assertThat(wattline.value("select count(*) from vendor_alarms where active"))
                .as("a refusal is no empty list")
                .isEqualTo(1L);
    }

    @Test
    void a_source_that_fails_leaves_what_is_known_and_the_sync_goes_on() {
        sync();
        List.of("alarms", "events", "organizations/901/tariffs").forEach(lists::remove);
        status = 500;
        assertThat(sync()).hasSize(3).allMatch(line -> line.matches("WARN (alarms|events|tariffs) of the source are "
                + "unavailable now.*the next metadata sync tries again.*"));
        answers.putAll(Map.of(
                "alarms",
                "<html></html>",
                "events",
                "{\"events\": 7}",
                "organizations/901/tariffs",
                "{\"tariffs\": {}}",
                "alarms/501/alarmrules",
                "[1"));
        sync();
        assertThat(wattline.value("select count(*) from vendor_alarms where active and jsonb_array_length(rules) = 1"))
                .isEqualTo(1L);
        assertThat(wattline.value("select count(*) from vendor_tariffs where active")).isEqualTo(1L);
    }

    @Test
    void rows_without_a_usable_id_are_left_out_and_odd_values_are_null() {
        lists.put(
                "alarms",
                List.of(
                        7,
                        "text",
                        row("alarmName", "No id"),
                        row("alarmId", "x"),
                        row("alarmId", 502, "channelId", List.of(), "reportingInterval", "-1")));
        lists.put("alarms/502/alarmrules", List.of("odd", 7));
        lists.put("alarms/502/alarmperiods", List.of());
        lists.put(
                "events",
                List.of(
                        List.of(),
                        row("eventId", null),
                        row("eventId", 1, "eventName", "nul \u0000", "eventStartTs", "soon", "resourceId", "a")));
        lists.put("organizations/901/tariffs", List.of(3, row("tariffName", "No id")));
        sync();
        assertThat(wattline.rows(
                        "select alarm_id, alarm_name, channel_id, reporting_interval_seconds " + "from vendor_alarms"))
                .containsExactly(row(
                        "alarm_id",
                        502L,
                        "alarm_name",
                        "alarm 502",
                        "channel_id",
                        null,
                        "reporting_interval_seconds",
                        null));
        assertThat(wattline.rows("select event_name, started_at, resource_id from vendor_events")).containsExactly(
                row("event_name", "nul \ufffd", "started_at", null, "resource_id", null));
        assertThat(wattline.value("select count(*) from vendor_tariffs")).isEqualTo(0L);
        assertThat(wattline.rows("select condition from v_alarms_and_events where kind = 'alarm'"))
                .as("rules of another shape say nothing")
                .containsExactly(row("condition", null));
    }

    @Test
    void the_vendors_alarms_and_events_stand_beside_our_alerts() {
        sync();
        wattline.database().execute("insert into alerts (alert_key, severity, summary, started_at) "
                + "values ('channel-61001', 'warning', 'Channel 61001 is dead', '2026-01-01T01:10:00Z')");
        assertThat(wattline.rows("select origin, kind, name, condition, severity, state, channel_id, organization_id, "
                        + "started_at from v_alarms_and_events order by started_at, id"))
                .containsExactly(
                        row(
                                "origin",
                                "eniscope",
                                "kind",
                                "event",
                                "name",
                                "Alarm",
                                "condition",
                                null,
                                "severity",
                                null,
                                "state",
                                "over",
                                "channel_id",
                                61_001,
                                "organization_id",
                                "901",
                                "started_at",
                                at(1_767_229_200)),
                        row(
                                "origin",
                                "eniscope",
                                "kind",
                                "event",
                                "name",
                                "Alarm",
                                "condition",
                                null,
                                "severity",
                                null,
                                "state",
                                "open",
                                "channel_id",
                                61_001,
                                "organization_id",
                                "901",
                                "started_at",
                                at(1_767_229_200)),
                        row(
                                "origin",
                                "wattline",
                                "kind",
                                "alert",
                                "name",
                                "channel-61001",
                                "condition",
                                null,
                                "severity",
                                "warning",
                                "state",
                                "firing",
                                "channel_id",
                                61_001,
                                "organization_id",
                                "901",
                                "started_at",
                                at(1_767_229_800)),
                        row(
                                "origin",
                                "eniscope",
                                "kind",
                                "alarm",
                                "name",
                                "Night load high",
                                "condition",
                                "E > 5000",
                                "severity",
                                null,
                                "state",
                                "watching",
                                "channel_id",
                                61_001,
                                "organization_id",
                                "901",
                                "started_at",
                                null));
    }
}
