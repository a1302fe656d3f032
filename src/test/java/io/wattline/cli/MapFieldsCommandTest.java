package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.TestDatabase;
import io.wattline.testing.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code map-fields} and {@code backfill --from-raw} as people use them: the real launcher, a simulated source, and
 * what is printed put where it says.
 */
class MapFieldsCommandTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final Pattern FIELDS = Pattern.compile(
            "(?s)# config/fields.yaml[^\n]*\ncolumns:\n(.*?)fields:\n(.*?)\n-- (config/migration/\\S+)\n(.*?)\n# Then "
                    + ".*");

    @TempDir
    private Path home;
    private Simulator simulator;
    private TestDatabase database;

    @BeforeEach
    void start() {
        TestHome.copyTo(home);
        simulator = Simulator.start(
                SimulatorSettings.of(Plant.of(2, 7), Clock.systemUTC()).withFaults(Set.of(Fault.UNKNOWN_FIELD)));
        database = TestDatabase.migrated();
        assertThat(syncOf(3).exitCode()).isZero();
    }

    @AfterEach
    void close() {
        database.close();
        simulator.close();
    }

    private CliRun run(String... arguments) {
        SimulatorSettings.Credentials credentials = simulator.settings().credentials();
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL",
                database.url(),
                "ENISCOPE_API_URL",
                simulator.url(),
                "ENISCOPE_API_KEY",
                credentials.apiKey(),
                "ENISCOPE_EMAIL",
                credentials.email(),
                "ENISCOPE_PASSWORD",
                credentials.password(),
                "API_REQUESTS_PER_SECOND",
                "1000"));
        environment.put("READINGS_BATCH_SIZE", "50");
        return CliRun.of(WattlineUnderTest.launcher(), home, environment, arguments);
    }

    /** One whole day, so many days ago. */
    private CliRun syncOf(int daysAgo) {
        return run(
                "sync",
                "--start-date",
                TODAY.minusDays(daysAgo).toString(),
                "--end-date",
                TODAY.minusDays(daysAgo - 1).toString());
    }

    private long count(String from) {
        return (Long) database.maps("select count(*) as n from " + from).get(0).get("n");
    }

    @Test
    void what_propose_prints_gives_a_new_field_its_column_and_no_value_that_ever_came_is_lost() throws Exception {
        assertThat(count("readings where raw ->> 'XQ9' = '7' and raw ->> 'XQ9.unit' = 'x'")).isEqualTo(2 * 96);
        CliRun proposed = run("map-fields", "--propose", "--offline");
        assertThat(proposed.exitCode()).as(proposed.err()).isZero();
        apply(proposed.out());

        assertThat(run("map-fields", "--offline")).returns(1, CliRun::exitCode).satisfies(run -> assertThat(run.err())
                .contains("xq9_x", "which table readings does not have", "config/migration"));
        CliRun migrated = run("migrate");
        assertThat(migrated.exitCode()).as(migrated.err()).isZero();
        assertThat(migrated.out()).contains("1 migration(s) applied");
        assertThat(run("migrate").out()).contains("nothing to do");
        assertThat((String) database.maps("select col_description('readings'::regclass, attnum) as words "
                + "from pg_attribute where attrelid = 'readings'::regclass and attname = 'xq9_x'")
                .get(0).get("words")).contains("XQ9", "in x", "Null where");

        assertThat(syncOf(2).exitCode()).isZero();
        assertThat(count("readings where xq9_x = 7 and not coalesce(jsonb_exists(raw, 'XQ9'), false)"))
                .as("from now on it is kept in its column")
                .isEqualTo(2 * 96);
        CliRun moved = run("backfill", "--from-raw");
        assertThat(moved.exitCode()).as(moved.err()).isZero();
        assertThat(moved.out())
                .contains("from raw: channel 61001", "50 moved, 46 to go")
                .containsPattern("61001 +XQ9 +xq9_x +96 +0");
        assertThat(count("readings where xq9_x = 7")).isEqualTo(4 * 96);
        assertThat(count("readings where raw::text like '%XQ9%'")).isZero();
        assertThat(count("unknown_fields where code = 'XQ9'")).isZero();
        assertThat(count("reading_history where old -> 'raw' ->> 'XQ9' = '7'"))
                .as("the rows as they were")
                .isEqualTo(2 * 96);
        assertThat(run("backfill", "--from-raw", "--json").json())
                .as("a second time there is nothing to move")
                .allSatisfy(row -> assertThat(row.path("code").asText()).isNotEqualTo("XQ9"));
        assertThat(run("map-fields", "--propose", "--offline").out()).doesNotContain("XQ9");
    }

    /**
     * Does with an editor what the text says: lines into the two sections, a line for a code that has one already in
     * its place, and the file of the migration.
     */
    private void apply(String printed) throws Exception {
        Matcher columns = FIELDS.matcher(printed.replaceAll("(?m)^map-fields:.*\n", ""));
        assertThat(columns.matches()).as(printed).isTrue();
        TestHome.edit(home.resolve("config/fields.yaml"), text -> {
            String edited = text.replace("\nfields:\n", "\ncolumns:\n" + columns.group(1) + "\nfields:\n");
            for (String line : columns.group(2).lines().toList()) {
                String code = line.substring(0, line.indexOf(": "));
                String lineThatIsThere = "(?m)^" + Pattern.quote(code.replaceAll("\"", "")) + ":.*$";
                edited = Pattern.compile(lineThatIsThere).matcher(edited).find()
                        ? edited.replaceFirst(lineThatIsThere, Matcher.quoteReplacement(line))
                        : edited.replace("\nfields:\n", "\nfields:\n" + line + "\n");
            }
            return edited;
        });
        Path migration = home.resolve(columns.group(3));
        Files.createDirectories(migration.getParent());
        Files.writeString(migration, columns.group(4));
    }

    @Test
    void values_move_from_the_unit_that_each_came_in_and_what_nobody_can_convert_stays_with_a_reason()
            throws Exception {
        apply(run("map-fields", "--propose", "--offline").out());
        TestHome.edit(home.resolve("config/fields.yaml"), text -> text.replace("\nunits:\n", "\nunits:\n  x: {x: 1, "
                + "kx: 1000}\n"));
        database.execute(
                """
                update readings set raw = raw || '{"XQ9.unit": "kx"}'
                  where channel_id = 61001 and "timestamp" >= '%sT12:00Z';
                update readings set raw = raw || '{"XQ9.unit": "furlong"}'
                  where channel_id = 61002 and extract(hour from "timestamp" at time zone 'UTC') = 3;
                update readings set raw = raw || '{"XQ9": "n/a"}'
                  where channel_id = 61002 and extract(hour from "timestamp" at time zone 'UTC') = 5"""
                        .formatted(TODAY.minusDays(3)));
        CliRun moved = run("backfill", "--from-raw", "--json");
        assertThat(moved.exitCode()).as(moved.err()).isZero();
        assertThat(count("readings where channel_id = 61001 and xq9_x = 7000")).isEqualTo(48);
        assertThat(count("readings where channel_id = 61001 and xq9_x = 7")).isEqualTo(48);
        JsonNode second = rowOf(moved.json(), 61002);
        assertThat(List.of(second.path("moved").asInt(), second.path("left").asInt())).containsExactly(88, 8);
        assertThat(second.path("note").asText()).isEqualTo("4 are no numbers; 4 are in unit 'furlong', which cannot "
                + "be converted to x (section units of config/fields.yaml)");
        assertThat(count("readings where raw ->> 'XQ9.unit' = 'furlong'")).as("kept with its unit").isEqualTo(4);

        TestHome.edit(home.resolve("config/fields.yaml"), text -> text.replace("kx: 1000", "kx: 1000, furlong: 2"));
        assertThat(rowOf(run("backfill", "--from-raw", "--json").json(), 61002)
                        .path("moved")
                        .asInt())
                .as("when the unit is known they move too")
                .isEqualTo(4);
        assertThat(count("readings where xq9_x = 14")).isEqualTo(4);
    }

    private static JsonNode rowOf(JsonNode rows, int channelId) {
        for (JsonNode row : rows) {
            if (row.path("channelId").asInt() == channelId && row.path("code").asText().equals("XQ9")) {
                return row;
            }
        }
        throw new AssertionError("no XQ9 of channel " + channelId + " in " + rows);
    }

    @Test
    void the_table_and_the_document_say_what_is_offered_returned_and_stored() {
        CliRun table = run("map-fields", "--days", "7");
        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out()).contains("map-fields: channel 1 of 2").containsPattern("61001 +20 .* E +Wh +yes +yes "
                + "+energy_kwh +100\\.0 %")
                .containsPattern("61001 .* XQ9 +x +no +yes +raw +100\\.0 %").contains("Returned "
                        + "and not stored in a column (code=channels): {", "XQ9=2",
                        "Environmental fields", "Endpoints that hold environmental data: none known; find them with: "
                                + "wattline discover", "Returned by device type 20 and not by every other:");
        JsonNode document = run("map-fields", "--days", "7", "--offline", "--json").json();
        assertThat(document.path("returnedNotStored").path("XQ9").asInt()).isEqualTo(2);
        assertThat(run("map-fields", "--days", "0"))
                .returns(2, CliRun::exitCode)
                .satisfies(run -> assertThat(run.err()).contains("--days is 0; allowed: 1 or more"));
    }
}
