package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} on a database with a day of two channels. */
class ExportCommandTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    private Path home;

    @BeforeAll
    static void two_channels() {
        DATABASE.execute("insert into organizations (organization_id, organization_name, timezone) values "
                + "('7', 'Mill', 'UTC'); insert into channels (channel_id, channel_name, organization_id, "
                + "interval_seconds, installed_at) values (1, 'Main', '7', 3600, '2026-01-01T00:00Z'), "
                + "(2, 'Hall', null, 3600, '2026-01-01T00:00Z'); "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh) select c, t, c + 0.5 from "
                + "generate_series(1, 2) c, generate_series('2026-02-01T00:00Z'::timestamptz, "
                + "'2026-02-01T23:00Z', interval '1 hour') t");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private CliRun export(String file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("export", "--start-date", "2026-02-01", "--end-date",
                "2026-02-02", "--to", home.resolve(file).toString()));
        arguments.addAll(List.of(more));
        return CliRun.of(WattlineUnderTest.launcher(), home, Map.of("DATABASE_URL", DATABASE.url()),
                arguments.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("f")).toList();
        }
    }

    @Test
    void the_ending_of_the_file_says_the_format() throws Exception {
        assertThat(export("f.csv").out()).matches("Written: .*f\\.csv \\(48 rows, [\\d,]+ bytes\\)\n");
        assertThat(Files.readAllLines(home.resolve("f.csv"))).hasSize(49).contains(
                "7,Mill,1,Main,2026-02-01T05:00:00Z,measured,,1.5,", ",,2,Hall,2026-02-01T05:00:00Z,measured,,2.5,");
        assertThat(export("f.parquet", "--channel", "2").out()).contains("(24 rows, ");
        assertThat(Files.readString(home.resolve("f.parquet"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("PAR1").endsWith("PAR1");
        assertThat(export("f.xlsx", "--site", "7").out()).contains("(24 rows, ");
        assertThat(export("f.any", "--format", "green-button").exitCode()).isZero();
        assertThat(Files.readString(home.resolve("f.any"))).contains("<IntervalReading>").endsWith("</feed>");
        assertThat(files()).containsExactlyInAnyOrder("f.csv", "f.parquet", "f.xlsx", "f.any");
    }

    @Test
    void a_report_is_made_for_the_day_that_is_asked_for() {
        CliRun report = CliRun.of(WattlineUnderTest.launcher(), home, Map.of("DATABASE_URL", DATABASE.url()), "report",
                "monthly", "--site", "7", "--for", "2026-02-15");
        assertThat(report.err()).isEmpty();
        assertThat(report.out()).startsWith("Mill: monthly report, 2026-02-01 until before 2026-03-01");
    }

    @Test
    void programs_get_the_result_as_json() {
        JsonNode written = export("f.csv", "--json").json();
        assertThat(written.path("rows").asInt()).isEqualTo(48);
        assertThat(written.path("format").asText()).isEqualTo("csv");
    }

    @Test
    void what_does_not_exist_is_refused_and_no_file_is_written() throws Exception {
        assertThat(export("f.doc").err()).contains("allowed: .csv, .xlsx, .parquet, .xml, or --format");
        assertThat(export("f.csv", "--format", "xls").err()).contains("Format 'xls' does not exist; allowed: csv");
        assertThat(export("f.csv", "--site", "8").err()).contains("site '8' does not exist");
        assertThat(export("f.csv", "--channel", "9").err()).contains("channel 9 does not exist");
        assertThat(export("f.csv", "--columns", "energy_kw").err()).contains("did you mean energy_kwh?");
        assertThat(export("f.csv", "--resolution", "week").err()).contains("allowed: slot, hour, day");
        assertThat(export("f.xml", "--resolution", "day").err()).contains("allowed: resolution slot");
        assertThat(export("f.xml", "--resolution", "day").exitCode()).isEqualTo(2);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_file_that_exists_is_kept_where_the_export_fails() throws Exception {
        Files.writeString(home.resolve("f.csv"), "old");
        assertThat(export("f.csv", "--columns", "energy_kw").exitCode()).isEqualTo(2);
        assertThat(home.resolve("f.csv")).hasContent("old");
        assertThat(export("f.csv").exitCode()).isZero();
        assertThat(Files.readAllLines(home.resolve("f.csv"))).hasSize(49);
    }
}
