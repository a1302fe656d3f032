package io.wattline.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.app.WattlineUnderTest;
import io.wattline.cli.Cli;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.SyncResult;
import io.wattline.reading.Violation;
import io.wattline.testing.MovableClock;
import io.wattline.testing.TamperingProxy;
import io.wattline.testing.TestHome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * routes/dead-letters.camel.yaml with readings of two days of which some are bad: each test looks at a channel of its
 * own.
 */
class DeadLettersRoutesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:10:00Z");
    private static final Instant LATEST = Instant.parse("2026-03-01T23:30:00Z");
    private static final Instant EARLIER = Instant.parse("2026-03-01T06:00:00Z");
    private static final int BROKEN_TWICE = 61001;
    private static final int LIMITS = 61002;
    private static final int UNWANTED = 61003;
    private static final int UNSTORABLE = 61004;
    private static final int CONTRADICTION = 61005;
    private static final int CODES = 61006;
    private static final int REFUSED = 61007;

    /** What is written at the end of a record, by channel and slot. */
    private static final Map<String, String> ADDED = new ConcurrentHashMap<>();
    private static final MovableClock CLOCK = new MovableClock(NOW);
    private static TamperingProxy proxy;
    private static WattlineUnderTest wattline;
    private static SyncResult first;

    @TempDir
    private Path folder;

    @BeforeAll
    static void poll() {
        add(BROKEN_TWICE, LATEST, "\"P\":2e9,\"V\":3");
        add(LIMITS, EARLIER, "\"P\":1500000,\"E\":375000");
        add(LIMITS, LATEST, "\"P\":5000000,\"E\":1250000");
        add(UNWANTED, LATEST, "\"V\":3");
        add(UNSTORABLE, EARLIER, "\"P\":1e999999");
        add(UNSTORABLE, EARLIER.plus(Duration.ofMinutes(15)), "\"P\":\"a\\u0000b\"");
        add(UNSTORABLE, EARLIER.plus(Duration.ofMinutes(30)), "\"ts\":-99999999900");
        add(
                UNSTORABLE,
                EARLIER.plus(Duration.ofMinutes(45)),
                "\"V\":3,\"X1\":{\"a\":[1e-99999,\"e99999\",-1" + "0".repeat(2000) + "]}");
        add(CONTRADICTION, LATEST, "\"E\":4000000");
        add(
                CODES,
                EARLIER,
                "\"X\\u00009\":1e999999,\""
                        + IntStream.range(0, 3000)
                                .mapToObj(i -> Integer.toHexString(i * 7919))
                                .collect(Collectors.joining())
                        + "\":1");
        add(CODES, LATEST, "\"X9\":\"\\ud800 \\u0000 \\\\u0000\"");
        proxy = TamperingProxy.start(DeadLettersRoutesTest::tamper);
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(7, 1), CLOCK),
                CLOCK,
                Map.of("eniscope.api.url", proxy.url(), "readings.history", "2d"));
        proxy.passOnTo(wattline.simulator().url());
        wattline.database()
                .execute("alter table readings add constraint of_the_house check (channel_id <> " + REFUSED
                        + " or \"timestamp\" not in ('" + EARLIER + "', '" + LATEST + "'))");
        first = wattline.sync();
    }

    @AfterAll
    static void close() {
        wattline.close();
        proxy.close();
    }

    private static void add(int channelId, Instant slot, String fields) {
        ADDED.put(channelId + " " + slot.getEpochSecond(), fields);
    }

    private static String tamper(String answer) {
        String tampered = answer;
        for (Map.Entry<String, String> each : ADDED.entrySet()) {
            String[] where = each.getKey().split(" ");
            int at = tampered.contains("\"channel\":" + where[0] + ",") ? tampered.indexOf("{\"ts\":" + where[1]) : -1;
            if (at >= 0) {
                int end = tampered.indexOf('}', at);
                tampered = tampered.substring(0, end) + "," + each.getValue() + tampered.substring(end);
            }
        }
        return tampered;
    }

    @Test
    void a_rejected_reading_lands_with_every_reason_and_all_that_is_needed_to_send_it_again() throws Exception {
        DeadLetter letter = only(BROKEN_TWICE);
        assertThat(letter.stage()).isEqualTo("validate");
        assertThat(letter.readingTimestamp()).isEqualTo(LATEST);
        assertThat(letter.status()).isEqualTo(DeadLetter.OPEN);
        List<?> failures = new ObjectMapper().readValue(letter.failures(), List.class);
        assertThat(failures).extracting("rule").contains("power-range", "voltage-range", "energy-against-power");
        assertThat(letter.rule()).isEqualTo("power-range");
        assertThat(letter.reason())
                .contains("2000000 is above 1000", "config/rules.yaml")
                .contains("voltage_v 3 is below 100");
        Map<?, ?> payload = new ObjectMapper().readValue(letter.payload(), Map.class);
        assertThat(payload.get("channel")).isEqualTo(BROKEN_TWICE);
        assertThat(payload.get("resolution")).isEqualTo(900);
        assertThat((Map<?, ?>) payload.get("units")).extracting("P").isEqualTo("W");
        assertThat((List<?>) payload.get("records"))
                .singleElement()
                .extracting("ts")
                .isEqualTo((int) LATEST.getEpochSecond());
        Map<String, Object> run = wattline.rows(
                        "select r.*, d.rule_set as judged_by from runs r, dead_letters d where d.id = ? and r.run_id ="
                                + " d.run_id",
                        letter.id())
                .get(0);
        assertThat(run.get("kind")).isEqualTo("sync");
        assertThat(run.get("rule_set")).isEqualTo(run.get("judged_by")).asString().hasSize(12);
        assertThat(wattline.value(
                        "select readings_rejected from ingestion_logs where run_id = ? and channel_id = ?",
                        letter.runId(),
                        BROKEN_TWICE))
                .isEqualTo(1);
    }

    @Test
    void the_same_letter_again_is_the_same_row_counted_and_a_discarded_one_stays_closed() throws Exception {
        DeadLetter unwanted = only(UNWANTED);
        int seen = only(BROKEN_TWICE).timesSeen();
        run("dead-letters", "discard", String.valueOf(unwanted.id()), "--reason", "meter was swapped");
        CLOCK.advance(Duration.ofMinutes(15));
        wattline.sync();
        assertThat(only(BROKEN_TWICE).timesSeen()).isEqualTo(seen + 1);
        assertThat(only(BROKEN_TWICE).status()).isEqualTo(DeadLetter.OPEN);
        DeadLetter after = only(UNWANTED);
        assertThat(after.timesSeen()).as("it did arrive again").isEqualTo(unwanted.timesSeen() + 1);
        assertThat(after.status()).isEqualTo(DeadLetter.DISCARDED);
        assertThat(after.closeReason()).isEqualTo("meter was swapped");
    }

    @Test
    void a_replay_under_the_same_rules_leaves_the_letter_open_and_is_no_arrival() throws Exception {
        DeadLetter before = letter(LIMITS, LATEST);
        Replay.Outcome outcome = wattline.replay().replay(before);
        assertThat(outcome.violations()).extracting(Violation::rule).contains("power-range");
        DeadLetter after = letter(LIMITS, LATEST);
        assertThat(after.status()).isEqualTo(DeadLetter.OPEN);
        assertThat(after.timesSeen()).isEqualTo(before.timesSeen());
        assertThat(letters(LIMITS)).hasSize(2);
    }

    @Test
    void a_replay_under_wider_limits_keeps_the_reading_under_its_slot_and_gives_the_others_todays_reasons()
            throws Exception {
        Path home = TestHome.copyTo(folder);
        TestHome.edit(
                home.resolve("config/rules.yaml"),
                text -> text.replace(
                        "    min: 0\n    max: 1000\n    reason: more than the supply carries, or",
                        "    min: 0\n    max: 2000\n    reason: more than the supply carries, or"));
        String said = run(home, 1, "dead-letters", "replay", "--channel", String.valueOf(LIMITS));
        assertThat(said).contains("1 kept, 1 rejected again, 0 broken down");
        assertThat(wattline.value(
                        "select power_kw from readings where channel_id = ? and \"timestamp\" = ?",
                        LIMITS,
                        Timestamp.from(EARLIER)))
                .isEqualTo(1500.0);
        assertThat(wattline.value(
                        "select kind from runs join readings using (run_id) where channel_id = ? and \"timestamp\" = ?",
                        LIMITS,
                        Timestamp.from(EARLIER)))
                .isEqualTo("replay");
        DeadLetter kept = letter(LIMITS, EARLIER);
        assertThat(kept.status()).isEqualTo(DeadLetter.REPLAYED);
        assertThat(kept.closedBy()).isEqualTo("ann");
        assertThat(letter(LIMITS, LATEST).status()).isEqualTo(DeadLetter.OPEN);
        assertThat(letter(LIMITS, LATEST).reason()).contains("5000 is above 2000");
        assertThat(wattline.value("select cursor from poll_state where channel_id = ?", LIMITS))
                .as("a replay moves no cursor")
                .isEqualTo(wattline.value("select cursor from poll_state where channel_id = ?", BROKEN_TWICE));
    }

    @Test
    void a_replay_knows_the_reading_before_as_a_poll_does() throws Exception {
        DeadLetter letter = only(CONTRADICTION);
        assertThat(letter.rule()).isEqualTo("energy-against-power");
        assertThat(wattline.replay().replay(letter).isKept())
                .as("there is no gap before it whose energy it could hold")
                .isFalse();
        assertThat(wattline.rows(
                        "select 1 from readings where channel_id = ? and \"timestamp\" = ?",
                        CONTRADICTION,
                        Timestamp.from(LATEST)))
                .isEmpty();
    }

    @Test
    void a_record_that_jsonb_cannot_hold_is_set_aside_like_any_other() {
        assertThat(first.failures()).isEmpty();
        assertThat(kept(UNSTORABLE)).isEqualTo(188);
        List<DeadLetter> letters = letters(UNSTORABLE);
        assertThat(letters).hasSize(4);
        assertThat(letters)
                .extracting(DeadLetter::rule)
                .containsOnly("readable", "timestamp-in-window", "voltage-range");
        assertThat(letters)
                .extracting(DeadLetter::payload)
                .anyMatch(payload -> payload.contains("\"1e999999\""))
                .anyMatch(payload -> payload.contains("\"1e-99999\""))
                .anyMatch(payload -> payload.contains("\"e99999\""));
        assertThat(letters).extracting(DeadLetter::readingTimestamp).contains(Instant.ofEpochSecond(-99_999_999_900L));
    }

    @Test
    void codes_and_values_that_the_database_cannot_hold_do_not_keep_their_reading_out() {
        assertThat(kept(CODES)).isEqualTo(192);
        assertThat(wattline.value(
                                "select raw::text from readings where channel_id = ? and \"timestamp\" = ?",
                                CODES,
                                Timestamp.from(LATEST))
                        .toString())
                .contains("\\\\u0000")
                .doesNotContain("\\ud800");
        assertThat(wattline.value(
                                "select raw::text from readings where channel_id = ? and \"timestamp\" = ?",
                                CODES,
                                Timestamp.from(EARLIER))
                        .toString())
                .contains("\"1e999999\"");
        assertThat(wattline.rows("select code from unknown_fields where channel_id = ?", CODES))
                .extracting(row -> row.get("code").toString().length())
                .hasSize(2)
                .allMatch(length -> (int) length <= 61);
        assertThat(wattline.value(
                        "select count(*) from channel_shapes s, jsonb_object_keys(s.fields) code where s.channel_id ="
                                + " ? and code like '%…'",
                        CODES))
                .as("the form of its answers is known too")
                .isEqualTo(1L);
    }

    @Test
    void a_reading_that_the_database_refuses_is_set_aside_alone_and_the_channel_goes_on() throws Exception {
        assertThat(kept(REFUSED)).isEqualTo(190);
        assertThat(letters(REFUSED)).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.stage()).isEqualTo("store");
            assertThat(letter.rule()).isEqualTo("database");
            assertThat(letter.reason()).contains("of_the_house", "Channel " + REFUSED);
        });
        assertThat(wattline.rows(
                                "select readings_inserted, readings_rejected, status from ingestion_logs where"
                                        + " channel_id = ? order by id",
                                REFUSED)
                        .get(0))
                .isEqualTo(Map.of("readings_inserted", 190, "readings_rejected", 2, "status", "success"));
        assertThat(wattline.replay().replay(letter(REFUSED, EARLIER)).isKept()).isFalse();
        assertThat(letters(REFUSED)).hasSize(2);
        assertThat(Set.copyOf(wattline.rows("select cursor from poll_state")))
                .as("every channel has been taken up to the same slot")
                .hasSize(1);
    }

    private static int kept(int channelId) {
        return ((Number) wattline.value(
                        "select count(*) from readings where channel_id = ? and \"timestamp\" < ?",
                        channelId,
                        Timestamp.from(NOW.minus(Duration.ofMinutes(10)))))
                .intValue();
    }

    private static List<DeadLetter> letters(int channelId) {
        try {
            return new DeadLetters(wattline.database().dataSource())
                    .list(new DeadLetterFilter(null, channelId, null, null, List.of()), 100);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DeadLetter only(int channelId) {
        assertThat(letters(channelId)).hasSize(1);
        return letters(channelId).get(0);
    }

    private static DeadLetter letter(int channelId, Instant slot) {
        return letters(channelId).stream()
                .filter(each -> slot.equals(each.readingTimestamp()))
                .findFirst()
                .orElseThrow();
    }

    private static void run(String... arguments) {
        run(Path.of("").toAbsolutePath(), 0, arguments);
    }

    /** The command line with the real parts, as {@code ann}. */
    private static String run(Path home, int exitCode, String... arguments) {
        StringWriter out = new StringWriter();
        Map<String, String> environment = Map.of("DATABASE_URL", wattline.database().url(), "USER", "ann");
        int found = new Cli(
                        WattlineUnderTest.launcher(),
                        home,
                        environment,
                        new PrintWriter(out, true),
                        new PrintWriter(System.err, true),
                        false)
                .execute(arguments);
        assertThat(found).as(out.toString()).isEqualTo(exitCode);
        return out.toString();
    }
}
