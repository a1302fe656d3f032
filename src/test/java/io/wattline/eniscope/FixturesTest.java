package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wattline.reading.Column;
import io.wattline.reading.Interval;
import io.wattline.reading.Page;
import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import io.wattline.reading.UnusableResponseException;
import io.wattline.reading.Violation;
import io.wattline.reading.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in pairs: {@code x.json} as the source gives it, {@code x.expected.json} what must come of it. */
class FixturesTest {

    private static final Path FOLDER = Path.of("src/test/resources/reading");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summarize-1800",
                "with-null-bins",
                "unaligned-from",
                "coerced-resolution",
                "gap-catchup",
                "dst-fallback",
                "empty",
                "cost-null",
                "faults"
            })
    void an_answer_becomes_the_page_that_is_expected(String name) throws IOException {
        byte[] answer = Files.readAllBytes(FOLDER.resolve(name + ".json"));
        JsonNode expected = MAPPER.readTree(FOLDER.resolve(name + ".expected.json").toFile());
        Window window = window(expected.get("window"));
        if (expected.has("unusable")) {
            assertThatThrownBy(() -> ResponseSamples.NORMALISER.normalise(answer, window))
                    .isInstanceOf(UnusableResponseException.class)
                    .hasMessageContaining(expected.get("unusable").asText());
            return;
        }
        Page page = ResponseSamples.NORMALISER.normalise(answer, window);
        assertThat(page.readings()).hasSize(expected.get("readings").size());
        for (int i = 0; i < page.readings().size(); i++) {
            assertEqual(page.readings().get(i), expected.get("readings").get(i));
        }
        assertThat(page.rejected().stream().map(Rejected::timestamp))
                .containsExactlyElementsOf(list(expected.get("rejected")).stream()
                        .map(node -> node.get("timestamp").isNull()
                                ? null
                                : Instant.parse(node.get("timestamp").asText()))
                        .toList());
        assertThat(page.rejected().stream().map(rejected -> rejected.violations().stream()
                        .map(Violation::rule)
                        .toList()))
                .containsExactlyElementsOf(list(expected.get("rejected")).stream()
                        .map(node -> list(node.get("rules")).stream()
                                .map(JsonNode::asText)
                                .toList())
                        .toList());
        assertThat(page.nullBins()).isEqualTo(expected.get("nullBins").asInt());
        assertThat(page.doubled()).isEqualTo(expected.get("doubled").asInt());
        assertThat(page.unknownFields()).isEqualTo(MAPPER.convertValue(expected.get("unknownFields"), Map.class));
    }

    private static void assertEqual(Reading reading, JsonNode expected) throws IOException {
        assertThat(reading.start()).isEqualTo(Instant.parse(expected.get("start").asText()));
        for (Column column : Column.values()) {
            assertThat(reading.has(column))
                    .as("%s at %s", column, reading.start())
                    .isEqualTo(expected.has(column.sqlName()));
            if (reading.has(column)) {
                assertThat(reading.value(column))
                        .as("%s at %s", column, reading.start())
                        .isCloseTo(expected.get(column.sqlName()).asDouble(), within(1e-12));
            }
        }
        assertThat(reading.raw() == null ? null : MAPPER.readTree(reading.raw())).isEqualTo(expected.get("raw"));
        assertThat(reading.quality().sqlName()).isEqualTo(expected.path("quality").asText("measured"));
    }

    private static Window window(JsonNode node) {
        Interval interval = new Interval(
                Instant.parse(node.get("start").asText()),
                Instant.parse(node.get("end").asText()));
        return new Window(ResponseSamples.channel(node.get("resolution").asInt()), interval, List.of("E", "P"), 1);
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }
}
