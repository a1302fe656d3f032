package io.wattline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is exported, how much at once, and what is refused. */
class ExportsTest {

    private static final ExportStage STAGE = new ExportStage();

    private final RunningExports running = new RunningExports(1);
    private final Exports exports = new Exports(STAGE.database.dataSource(), Map.of("energy_kwh", "kWh"), running,
            Clock.systemUTC());

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static ExportRequest request(String site, List<Integer> channels, String... columns) {
        return new ExportRequest(site, channels, ExportStage.RANGE, ExportResolution.SLOT, List.of(columns));
    }

    private String csv(String site, Integer... channels) throws Exception {
        try (ExportStream stream = exports.open(request(site, List.of(channels), "energy_kwh"), ExportFormat.CSV)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_site_and_channels_narrow_what_is_exported() throws Exception {
        assertThat(csv("1002").lines()).hasSize(1 + 72).first().isEqualTo(
                "site_id,site_name,channel_id,channel_name,timestamp,quality,method,energy_kwh");
        assertThat(csv("1001").lines()).hasSize(1 + 2 * 288);
        assertThat(csv("1001", 1).lines()).hasSize(1 + 288);
        assertThat(csv("1001", 3).lines()).hasSize(1);
        assertThat(csv(null, 1, 3).lines()).hasSize(1 + 288 + 72);
        assertThat(csv(null).lines()).hasSize(1 + 2 * 288 + 72);
    }

    @Test
    void a_column_that_does_not_exist_is_refused_and_the_nearest_is_named() {
        assertThatThrownBy(() -> exports.open(request(null, List.of(), "energy_kwhs"), ExportFormat.CSV))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column 'energy_kwhs' does not exist; did you mean energy_kwh?");
        assertThat(running.running()).isZero();
    }

    @Test
    void only_so_many_run_at_once_and_each_gives_its_place_back() throws Exception {
        ExportRequest request = request(null, List.of(1), "energy_kwh");
        try (ExportStream open = exports.open(request, ExportFormat.XLSX)) {
            assertThat(open.read()).isNotNegative();
            assertThatThrownBy(() -> exports.open(request, ExportFormat.CSV)).isInstanceOf(ExportLimitException.class)
                    .hasMessage("Export limit reached (1 running); try again later");
        }
        assertThat(csv("1001", 1)).isNotEmpty();
        assertThat(running.running()).isZero();
    }

    @Test
    void an_export_that_nobody_reads_any_more_is_closed() throws Exception {
        ExportStream open = exports.open(request(null, List.of(), "energy_kwh"), ExportFormat.PARQUET);
        running.closeIdle(Duration.ofHours(1));
        assertThat(running.running()).isEqualTo(1);
        running.closeIdle(Duration.ZERO);
        assertThat(running.running()).isZero();
        assertThatThrownBy(open::read).isInstanceOf(IOException.class).hasMessageContaining("closed before its end");
    }

    @Test
    void a_compressed_export_has_the_same_content() throws Exception {
        byte[] compressed;
        try (ExportStream stream = exports.open(request(null, List.of(), "energy_kwh"), ExportFormat.CSV)) {
            stream.compress();
            compressed = stream.readAllBytes();
        }
        String plain = csv(null);
        assertThat(compressed.length).isLessThan(plain.length() / 3);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
        }
    }

    @Test
    void formats_are_known_by_their_names_and_by_the_ending_of_a_file() {
        assertThat(ExportFormat.of("green-button")).isEqualTo(ExportFormat.of("espi")).isEqualTo(ExportFormat.ESPI);
        assertThat(ExportFormat.ofFile("May.XLSX")).contains(ExportFormat.XLSX);
        assertThat(ExportFormat.ofFile("may.doc")).isEmpty();
        assertThatThrownBy(() -> ExportFormat.of("xls")).hasMessageContaining(
                "allowed: csv, xlsx, parquet, espi (or green-button, which is espi)");
    }
}
