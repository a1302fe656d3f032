package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import io.wattline.testing.OddSource;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code metadata}: the lists of the source become rows; nothing is ever deleted. */
class MetadataRoutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLES = "organizations,devices,meters,channels";
    private static final OddSource SOURCE = new OddSource();
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-02-03T12:00:00Z"));

    /** What the source lists now, by resource. */
    private final Map<String, Object> lists = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

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
                        "1",
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
    void anInstallation() {
        wattline.database().execute("truncate " + TABLES + ", poll_state, device_type_fields cascade");
        SOURCE.answer(this::answer);
        lists.put(
                "organizations",
                List.of(
                        row(
                                "organizationId",
                                "900",
                                "organizationName",
                                "Head office",
                                "parentId",
                                null,
                                "timeZone",
                                "Europe/London"),
                        row(
                                "organizationId",
                                "901",
                                "organizationName",
                                "Mill",
                                "parentId",
                                "900",
                                "timeZone",
                                "Nowhere/Land",
                                "temperatureType",
                                "Celsius")));
        lists.put(
                "devices",
                List.of(row(
                        "deviceId",
                        "81000",
                        "deviceName",
                        "Gateway",
                        "deviceTypeId",
                        "16",
                        "organizationId",
                        "901",
                        "expires",
                        "1893456000")));
        lists.put(
                "meters",
                List.of(row(
                        "meterId",
                        "71001",
                        "deviceName",
                        "Meter",
                        "deviceId",
                        "81000",
                        "organizationId",
                        "901",
                        "registered",
                        "1650000000")));
        lists.put("channels", List.of(channel("61001", "Main"), channel("61002", "Pump")));
        lists.put("fields", List.of("E", "P"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/v1/", "");
        String resource = path.replaceFirst("^fields/.*", "fields");
        String odd = answers.get(resource);
        if (odd == null && !lists.containsKey(resource)) {
            OddSource.send(exchange, 404, "");
        } else {
            OddSource.send(exchange, 200, odd != null ? odd : json(Map.of(resource, lists.get(resource))));
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    private static Map<String, Object> channel(String id, String name) {
        return row(
                "dataChannelId",
                id,
                "channelName",
                name,
                "deviceId",
                "81000",
                "meterId",
                "71001",
                "organizationId",
                "901",
                "deviceTypeId",
                "20",
                "displayedPhase",
                "system",
                "isMeteringPoint",
                "1",
                "installedTs",
                "1650000000",
                "uninstalledTs",
                null,
                "tariffId",
                "5");
    }

    private static void sync() {
        CLOCK.advance(Duration.ofHours(1));
        wattline.request("direct:eniscope-metadata", null);
    }

    private static Map<String, Object> channelRow(int id) {
        return wattline.rows("select * from channels where channel_id = ?", id).get(0);
    }

    private static Timestamp now() {
        return Timestamp.from(CLOCK.instant());
    }

    @Test
    void every_organization_device_meter_and_channel_is_kept_with_what_belongs_to_it() {
        sync();
        assertThat(wattline.rows("select organization_id, organization_name, parent_id, timezone, active "
                        + "from organizations order by 1"))
                .containsExactly(
                        row(
                                "organization_id",
                                "900",
                                "organization_name",
                                "Head office",
                                "parent_id",
                                null,
                                "timezone",
                                "Europe/London",
                                "active",
                                true),
                        row(
                                "organization_id",
                                "901",
                                "organization_name",
                                "Mill",
                                "parent_id",
                                "900",
                                "timezone",
                                null,
                                "active",
                                true));
        assertThat(wattline.rows("select device_name, organization_id, expires_at, last_seen_at from devices"))
                .containsExactly(row(
                        "device_name",
                        "Gateway",
                        "organization_id",
                        "901",
                        "expires_at",
                        Timestamp.from(Instant.ofEpochSecond(1_893_456_000)),
                        "last_seen_at",
                        now()));
        assertThat(wattline.rows("select meter_name, device_id, registered_at from meters"))
                .containsExactly(row(
                        "meter_name",
                        "Meter",
                        "device_id",
                        81_000,
                        "registered_at",
                        Timestamp.from(Instant.ofEpochSecond(1_650_000_000))));
        assertThat(channelRow(61_001))
                .containsEntry("channel_name", "Main")
                .containsEntry("organization_id", "901")
                .containsEntry("meter_id", 71_001)
                .containsEntry("displayed_phase", "system")
                .containsEntry("is_metering_point", true)
                .containsEntry("interval_seconds", 900)
                .containsEntry("installed_at", Timestamp.from(Instant.ofEpochSecond(1_650_000_000)))
                .containsEntry("uninstalled_at", null)
                .containsEntry("last_seen_at", now())
                .containsEntry("active", true);
        assertThat(wattline.value("select count(*) from poll_state where next_poll_at is null"))
                .as("due")
                .isEqualTo(2L);
    }

    @Test
    void names_that_change_are_updated_and_the_rest_is_left_alone() {
        sync();
        Instant first = CLOCK.instant();
        lists.put("channels", List.of(channel("61001", "Main (renamed)"), channel("61002", "Pump")));
        lists.put(
                "organizations",
                List.of(
                        row("organizationId", "900", "organizationName", "Headquarters"),
                        row(
                                "organizationId",
                                "901",
                                "organizationName",
                                "Mill",
                                "parentId",
                                "900",
                                "temperatureType",
                                "Celsius")));
        sync();
        assertThat(channelRow(61_001))
                .containsEntry("channel_name", "Main (renamed)")
                .containsEntry("updated_at", now());
        assertThat(channelRow(61_002))
                .containsEntry("updated_at", Timestamp.from(first))
                .containsEntry("last_seen_at", now());
        assertThat(wattline.rows("select organization_name, timezone, updated_at from organizations "
                + "order by organization_id")).containsExactly(
                row("organization_name", "Headquarters", "timezone", "Europe/London", "updated_at", now()),
                row("organization_name", "Mill", "timezone", null, "updated_at", Timestamp.from(first)));
    }

    @Test
    void what_vanishes_is_inactive_since_then_and_comes_back_active() {
        sync();
        Map<String, Object> all = new HashMap<>(lists);
        lists.put("channels", List.of(channel("61001", "Main")));
        lists.put("meters", List.of(row("meterId", "71009", "deviceName", "Other")));
        lists.put("devices", List.of(row("deviceId", "81009", "deviceName", "Other")));
        lists.put("organizations", List.of(row("organizationId", "901", "organizationName", "Mill")));
        sync();
        Timestamp since = now();
        assertThat(channelRow(61_002))
                .containsEntry("active", false)
                .containsEntry("inactive_since", since)
                .containsEntry("channel_name", "Pump");
        assertThat(wattline.value("select inactive_since from meters where meter_id = 71001 and not active"))
                .isEqualTo(since);
        assertThat(wattline.value("select inactive_since from devices where device_id = 81000 and not active"))
                .isEqualTo(since);
        assertThat(wattline.value("select inactive_since from organizations where organization_id = '900' "
                + "and not active")).isEqualTo(since);
        sync();
        assertThat(channelRow(61_002)).as("since then, not since now").containsEntry("inactive_since", since);
        lists.putAll(all);
        sync();
        assertThat(channelRow(61_002)).containsEntry("active", true).containsEntry("inactive_since", null);
        assertThat(wattline.value("select count(*) from devices where device_id = 81000 and active "
                + "and inactive_since is null")).isEqualTo(1L);
        assertThat(wattline.value("select count(*) from organizations where active and inactive_since is null"))
                .isEqualTo(2L);
    }

    @Test
    void an_empty_list_changes_nothing() {
        sync();
        List.of(TABLES.split(",")).forEach(table -> lists.put(table, List.of()));
        sync();
        for (String table : TABLES.split(",")) {
            assertThat(wattline.value("select count(*) from " + table + " where not active")).as(table).isEqualTo(0L);
        }
    }

    @Test
    void a_broken_list_leaves_everything_as_it_was() {
        sync();
        Map<String, Object> before = channelRow(61_001);
        for (String broken : List.of(
                "{\"channels\":\"none\"}",
                "{\"channels\":[{\"dataChannelId\":\"61001\"}",
                "<html></html>",
                "{\"other\":[]}",
                "{\"channels\":[{\"dataChannelId\":\"61001\",\"channelName\":\"X\"}],\"meta\":{\"recordCount\":2,"
                        + "\"pageCount\":1}}")) {
            answers.put("channels", broken);
            assertThatThrownBy(MetadataRoutesTest::sync)
                    .as(broken)
                    .rootCause()
                    .hasMessageContaining("list of channels");
            assertThat(channelRow(61_001)).as(broken).isEqualTo(before);
            assertThat(channelRow(61_002)).containsEntry("active", true);
        }
    }

    @Test
    void a_list_that_makes_no_sense_once_is_asked_for_once_more() {
        SOURCE.answer(exchange -> {
            if (SOURCE.asked().size() == 1) {
                OddSource.send(exchange, 200, "{\"organizations\":\"none\"}");
            } else {
                answer(exchange);
            }
        });
        sync();
        assertThat(wattline.value("select count(*) from channels")).isEqualTo(2L);
    }

    @Test
    void nasty_names_survive_as_data() {
        List<String> names = List.of(
                "O'Brien\"; drop table channels; --",
                "<b>Pump</b> & Söhne",
                "⚡ 変電所 👨‍👩‍👧",
                "tab\tline\r\nend \u0007 \u2028",
                "${body} {{x}} :#rows #{bean}",
                "\\u0000 as text \\",
                "%s %d $1 \\1",
                "n".repeat(119) + "…");
        lists.put(
                "channels",
                IntStream.range(0, names.size())
                        .mapToObj(i -> channel(
                                String.valueOf(62_000 + i), names.get(i).replace("…", "n".repeat(1_000_000))))
                        .toList());
        sync();
        for (int i = 0; i < names.size(); i++) {
            assertThat(channelRow(62_000 + i)).containsEntry("channel_name", names.get(i));
        }
    }

    @Test
    void a_nul_in_a_name_is_replaced_and_stops_nothing() {
        lists.put("channels", List.of(channel("61001", "a\u0000b\\"), channel("61002", "Pump")));
        lists.put("organizations", List.of(row("organizationId", "901", "organizationName", "\u0000")));
        sync();
        assertThat(channelRow(61_001)).containsEntry("channel_name", "a\ufffdb\\");
        assertThat(wattline.value("select organization_name from organizations")).isEqualTo("\ufffd");
    }

    @Test
    void rows_without_a_usable_id_are_left_out() {
        lists.put(
                "channels",
                List.of(
                        channel(null, "No id"),
                        channel("", "Empty"),
                        channel("12x", "No number"),
                        channel("-5", "Negative"),
                        channel("99999999999999999999", "Too long"),
                        "no object",
                        7,
                        channel("61001", "Main"),
                        channel("61001", "Main")));
        lists.put(
                "devices",
                List.of(row("deviceName", "No id"), row("deviceId", Map.of("a", 1)), row("deviceId", 81_000)));
        sync();
        assertThat(wattline.rows("select channel_name from channels")).containsExactly(Map.of("channel_name", "Main"));
        assertThat(wattline.rows("select device_id from devices"))
                .as("a number is as good as a string")
                .containsExactly(Map.of("device_id", 81_000));
    }

    @Test
    void fields_that_are_absent_null_or_of_the_wrong_type_are_null() {
        lists.put(
                "organizations",
                List.of(row("organizationId", "901", "organizationName", null, "lat", "1e400", "lng", List.of())));
        lists.put(
                "meters",
                List.of(row(
                        "meterId",
                        "71001",
                        "ct",
                        "9".repeat(400),
                        "channels",
                        "many",
                        "interface",
                        null,
                        "registered",
                        true)));
        lists.put(
                "channels",
                List.of(row(
                        "dataChannelId",
                        "61001",
                        "organizationId",
                        "777",
                        "deviceId",
                        "888",
                        "meterId",
                        "999",
                        "installedTs",
                        "soon",
                        "isMeteringPoint",
                        "maybe",
                        "displayedPhase",
                        "")));
        sync();
        assertThat(channelRow(61_001))
                .containsEntry("channel_name", "channel 61001")
                .containsEntry("installed_at", null)
                .containsEntry("is_metering_point", null)
                .containsEntry("displayed_phase", null)
                .as("unknown ones are not named")
                .containsEntry("organization_id", null)
                .containsEntry("device_id", null);
        assertThat(wattline.rows("select organization_name, lat, lng from organizations"))
                .containsExactly(row("organization_name", "organization 901", "lat", null, "lng", null));
        assertThat(wattline.rows("select meter_name, ct, channels, registered_at from meters"))
                .containsExactly(row("meter_name", "meter 71001", "ct", null, "channels", null, "registered_at", null));
    }

    @Test
    void the_length_of_a_channels_readings_is_ours_and_stays() {
        sync();
        wattline.database().execute("update channels set interval_seconds = 3600 where channel_id = 61001");
        lists.put("channels", List.of(channel("61001", "Main (renamed)"), channel("61002", "Pump")));
        sync();
        assertThat(channelRow(61_001))
                .containsEntry("interval_seconds", 3600)
                .containsEntry("channel_name", "Main (renamed)");
    }

    @Test
    void a_device_type_that_offers_other_fields_makes_its_channels_ask_anew() {
        sync();
        assertThat(wattline.value("select array_to_string(fields, ',') from device_type_fields "
                + "where device_type = '20'")).isEqualTo("E,P");
        wattline.database().execute("update poll_state set fields = '{E}', fields_proven = true");
        sync();
        assertThat(wattline.value("select count(*) from poll_state where fields_proven"))
                .as("nothing has changed")
                .isEqualTo(2L);
        lists.put("fields", List.of("E", "P", "V"));
        sync();
        assertThat(wattline.value("select array_to_string(fields, ',') from device_type_fields")).isEqualTo("E,P,V");
        assertThat(wattline.value("select count(*) from poll_state where fields is null and not fields_proven"))
                .isEqualTo(2L);
    }

    @Test
    void a_device_type_that_does_not_say_what_it_offers_keeps_nobody_else() {
        answers.put("fields", "{\"message\":\"what?\"}");
        sync();
        answers.put("fields", "<html>maintenance</html>");
        sync();
        assertThat(wattline.value("select count(*) from device_type_fields")).isEqualTo(0L);
        assertThat(wattline.value("select count(*) from channels where active")).isEqualTo(2L);
    }
}
