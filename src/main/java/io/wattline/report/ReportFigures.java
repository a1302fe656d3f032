package io.wattline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * Every figure of a report, as {@code report-figures.sql} gives it. Energy in kWh, exact to the last digit.
 *
 * @param json the document
 */
public record ReportFigures(JsonNode json) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
    /** What changes without a figure of energy: it makes no new report. */
    private static final List<String> NOT_HASHED =
            List.of("restated", "alerts", "gaps", "gapReasons", "anomalies", "rejected");

    public static ReportFigures parse(String text) {
        try {
            return new ReportFigures(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The figures of a report are not valid JSON", e);
        }
    }

    public String text() {
        return json.toString();
    }

    /** SHA-256 of the figures in hex. */
    String hash() {
        ObjectNode figures = json.deepCopy();
        figures.remove(NOT_HASHED);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(figures.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String site() {
        return json.path("siteId").asText();
    }

    public String siteName() {
        return json.path("siteName").asText();
    }

    public ReportPeriod period() {
        return ReportPeriod.of(json.path("period").asText());
    }

    public LocalDate firstDay() {
        return LocalDate.parse(json.path("firstDay").asText());
    }

    /** Exclusive. */
    public LocalDate endDay() {
        return LocalDate.parse(json.path("endDay").asText());
    }

    /** A sum of the report: {@code total}, {@code before} or {@code lastYear}. */
    ReportSum sum(String name) {
        return new ReportSum(json.path(name));
    }

    /** A decimal of the document; null where it has none. */
    static BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }
}
