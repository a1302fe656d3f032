package io.wattline.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.cli.Cli;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import io.wattline.testing.TamperingProxy;
import io.wattline.testing.TestHome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One odd value of a reading is set aside, and the rest is kept: each test looks at a channel of its own. */
class PartialDeadLettersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:10:00Z");
    private static final Instant LATEST = Instant.parse("2026-03-01T23:30:00Z");
    private static final int ODD = 61001;
    private static final int AGAIN = 61002;
    private static final int CORRECTED = 61003;
    private static final int REPLAYED = 61004;
    private static final int TWICE = 61005;
    private static final String SHARE = "case when r.power_factor is null then 'null' else 'value' end as pf";

    /** What is written at the end of a record, by channel. */
    private static final Map<Integer, String> ADDED = new ConcurrentHashMap<>();
    private static final MovableClock CLOCK = new MovableClock(NOW);
    private static TamperingProxy proxy;
    private static WattlineUnderTest wattline;

    @TempDir
    private Path folder;

    @BeforeAll
    static void poll() {
        for (int channel : List.of(ODD, AGAIN, CORRECTED, REPLAYED)) {
            ADDED.put(channel, ",\"PF\":1.001");
        }
        ADDED.put(TWICE, "},{\"ts\":" + LATEST.getEpochSecond() + ",\"E\":1");
        proxy = TamperingProxy.start(PartialDeadLettersTest::tamper);
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(5, 1), CLOCK),
                CLOCK,
                Map.of("eniscope.api.url", proxy.url(), "readings.history", "2d"));
        proxy.passOnTo(wattline.simulator().url());
        assertThat(wattline.sync().failures()).isEmpty();
    }

    @AfterAll
    static void close() {
        wattline.close();
        proxy.close();
    }

    private static String tamper(String answer) {
        String tampered = answer;
        for (Map.Entry<Integer, String> each : ADDED.entrySet()) {
            int at = tampered.contains("\"channel\":" + each.getKey() + ",")
                    ? tampered.indexOf("{\"ts\":" + LATEST.getEpochSecond()) : -1;
            if (at >= 0) {
                int end = tampered.indexOf('}', at);
                tampered = tampered.substring(0, end) + each.getValue() + tampered.substring(end);
            }
        }
        return tampered.replace("\"recordCount\":", "\"announced\":");
    }

    @Test
    void the_energy_is_kept_without_the_odd_value_which_a_partial_dead_letter_names() {
        assertThat(row(ODD))
                .containsEntry("pf", "null")
                .containsEntry("has_energy", true)
                .containsEntry("data_quality", "suspect")
                .containsEntry("quality_method", "partial: without power_factor");
        DeadLetter letter = only(ODD);
        assertThat(letter.columns()).containsExactly("power_factor");
        assertThat(letter.rule()).isEqualTo("power-factor-range");
        assertThat(letter.status()).isEqualTo(DeadLetter.OPEN);
        assertThat(letter.reason()).contains("power_factor 1.001 is above 1", "the rest of the reading is kept");
        assertThat(letter.payload()).contains("1.001");
        assertThat(wattline.value(
                        "select sum(readings_rejected) from ingestion_logs where channel_id = ?", ODD).toString())
                .as("no reading is rejected")
                .isEqualTo("0");
        assertThat(run(Path.of("").toAbsolutePath(), 0, "dead-letters", "list", "--channel", String.valueOf(ODD)))
                .contains("power-factor-range", "power_factor only");
    }

    @Test
    void the_same_response_again_writes_nothing_and_leaves_the_dead_letter_open() {
        Object place = place(AGAIN);
        int seen = only(AGAIN).timesSeen();
        CLOCK.advance(Duration.ofMinutes(15));
        wattline.sync();
        assertThat(place(AGAIN)).isEqualTo(place);
        assertThat(only(AGAIN).timesSeen()).isEqualTo(seen + 1);
        assertThat(only(AGAIN).status()).isEqualTo(DeadLetter.OPEN);
    }

    @Test
    void a_later_response_with_a_good_value_settles_the_reading_and_closes_the_dead_letter() {
        ADDED.remove(CORRECTED);
        CLOCK.advance(Duration.ofMinutes(15));
        wattline.sync();
        assertThat(row(CORRECTED)).containsEntry("pf", "value").containsEntry("data_quality", "measured");
        assertThat(only(CORRECTED).status()).isEqualTo(DeadLetter.REPLAYED);
        assertThat(only(CORRECTED).closedBy()).isEqualTo("source");
    }

    @Test
    void a_replay_under_wider_rules_restores_the_value_and_the_row_before_goes_to_history() {
        Path here = Path.of("").toAbsolutePath();
        String[] replay = {"dead-letters", "replay", "--channel", String.valueOf(REPLAYED)};
        assertThat(run(here, 1, replay)).contains("0 kept, 1 rejected again");
        assertThat(only(REPLAYED).status()).isEqualTo(DeadLetter.OPEN);
        assertThat(only(REPLAYED).columns()).containsExactly("power_factor");

        Path home = TestHome.copyTo(folder);
        TestHome.edit(home.resolve("config/rules.yaml"),
                text -> text.replace("columns: [power_factor]\n    min: -1\n    max: 1\n",
                        "columns: [power_factor]\n    min: -1\n    max: 1.2\n"));
        assertThat(run(home, 0, replay)).contains("1 kept, 0 rejected again");
        assertThat(row(REPLAYED))
                .containsEntry("pf", "value")
                .containsEntry("data_quality", "measured")
                .containsEntry("quality_method", null)
                .containsEntry("kind", "replay");
        assertThat(only(REPLAYED).status()).isEqualTo(DeadLetter.REPLAYED);
        assertThat(only(REPLAYED).closedBy()).isEqualTo("ann");
        assertThat(wattline.rows("select old->>'quality_method' as method, h.replaced_by_run = r.run_id as by_run"
                        + " from reading_history h join readings r using (channel_id, \"timestamp\")"
                        + " where channel_id = ? and \"timestamp\" = ?", REPLAYED, Timestamp.from(LATEST)))
                .containsExactly(Map.of("method", "partial: without power_factor", "by_run", true));
    }

    @Test
    void of_two_different_records_of_a_slot_one_is_kept_as_suspect_and_the_other_is_a_dead_letter() {
        assertThat(row(TWICE))
                .containsEntry("pf", "value")
                .containsEntry("data_quality", "suspect")
                .containsEntry("quality_method", "partial: without another record of the slot");
        DeadLetter letter = only(TWICE);
        assertThat(letter.rule()).isEqualTo("conflicting-record");
        assertThat(letter.columns()).containsExactly("energy_kwh");
        assertThat(letter.status()).isEqualTo(DeadLetter.OPEN);
    }

    private static Map<String, Object> row(int channelId) {
        return wattline.rows("select r.data_quality, r.quality_method, r.energy_kwh is not null as has_energy, n.kind, "
                + SHARE + " from readings r join runs n using (run_id) where channel_id = ? and \"timestamp\" = ?",
                channelId, Timestamp.from(LATEST)).get(0);
    }

    private static Object place(int channelId) {
        return wattline.value("select ctid::text || xmin from readings where channel_id = ? and \"timestamp\" = ?",
                channelId, Timestamp.from(LATEST));
    }

    private static DeadLetter only(int channelId) {
        try {
            List<DeadLetter> letters = new DeadLetters(wattline.database().dataSource())
                    .list(new DeadLetterFilter(null, channelId, null, null, List.of()), 100);
            assertThat(letters).hasSize(1);
            return letters.get(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The command line with the real parts, as {@code ann}. */
    private static String run(Path home, int exitCode, String... arguments) {
        StringWriter out = new StringWriter();
        Map<String, String> environment = Map.of("DATABASE_URL", wattline.database().url(), "USER", "ann");
        int found = new Cli(WattlineUnderTest.launcher(), home, environment, new PrintWriter(out, true),
                new PrintWriter(System.err, true), false).execute(arguments);
        assertThat(found).as(out.toString()).isEqualTo(exitCode);
        return out.toString();
    }
}
