package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@code /api/export}: files over HTTP. */
class ExportHttpTest {

    private static final ApiUnderTest API = ApiUnderTest.start(Map.of("exports.running-max", "1"));
    private static final String RANGE = "/api/export?start=2026-02-01T00:00:00Z&end=2026-02-03T00:00:00Z";

    @AfterAll
    static void close() {
        API.close();
    }

    private static HttpResponse<InputStream> open(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(API.url() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    }

    private static byte[] body(String path, String... headers) throws Exception {
        HttpResponse<InputStream> response = open(path, headers);
        try (InputStream in = response.body()) {
            assertThat(response.statusCode()).isEqualTo(200);
            return in.readAllBytes();
        }
    }

    @Test
    void each_format_has_its_media_type_and_a_file_name() throws Exception {
        Map<String, String> types = Map.of("csv", "text/csv", "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "parquet",
                "application/vnd.apache.parquet", "espi", "application/atom+xml");
        for (String format : List.of("csv", "xlsx", "parquet", "espi")) {
            HttpResponse<InputStream> response = open(RANGE + "&format=" + format);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(types.get(format));
            assertThat(response.headers().firstValue("Content-Disposition").orElse("")).isEqualTo(
                    "attachment; filename=\"wattline-slot." + (format.equals("espi") ? "xml" : format) + "\"");
            try (InputStream in = response.body()) {
                assertThat(in.readAllBytes()).hasSizeGreaterThan(1000);
            }
        }
    }

    @Test
    void the_formats_agree_on_the_rows() throws Exception {
        String csv = new String(body(RANGE + "&resolution=day"), StandardCharsets.UTF_8);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(
                body(RANGE + "&resolution=day&format=xlsx")))) {
            assertThat(workbook.getFirstSheet().read()).hasSameSizeAs(csv.lines().toList()).hasSizeGreaterThan(4);
        }
    }

    @Test
    void texts_are_compressed_for_those_who_ask() throws Exception {
        String plain = new String(body(RANGE), StandardCharsets.UTF_8);
        byte[] compressed = body(RANGE, "Accept-Encoding", "gzip");
        assertThat(compressed.length).isLessThan(plain.length() / 2);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
        }
        HttpResponse<InputStream> binary = open(RANGE + "&format=parquet", "Accept-Encoding", "gzip");
        binary.body().close();
        assertThat(binary.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void what_is_not_allowed_is_refused() throws Exception {
        assertThat(API.ask("GET", RANGE + "&format=espi&resolution=hour", Map.of()).body()).contains(
                "format espi allows: slot");
        for (String wrong : List.of("&format=xls", "&resolution=week", "&columns=energy_kw", "&channels=99999",
                "&site=nowhere")) {
            HttpResponse<String> response = API.ask("GET", RANGE + wrong, Map.of());
            assertThat(response.statusCode()).as(wrong + response.body()).isEqualTo(400);
        }
        assertThat(API.ask("GET", "/api/export?start=2026-02-03T00:00:00Z&end=2026-02-03T00:00:00Z", Map.of()).body())
                .contains("is not after start");
    }
}
