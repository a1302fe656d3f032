package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.yaml.YamlFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code config/quality.yaml}: as it ships, and every way to get it wrong. */
class QualityFileTest {

    private static final String SHIPPED = read();

    private static String read() {
        try {
            return Files.readString(Path.of("config/quality.yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_file_that_ships_has_every_check_and_the_thresholds_of_the_views() {
        QualityStandard standard = QualityStandard.parse("quality.yaml", SHIPPED);
        assertThat(standard.checks())
                .extracting(CheckRule::name)
                .containsExactlyInAnyOrderElementsOf(CheckKind.names());
        assertThat(standard.health())
                .containsEntry("due-after-seconds", 1800.0)
                .containsEntry("critical-intervals", 24.0)
                .hasSize(5);
        assertThat(standard.check("flat-line").parameters()).containsEntry("least_seconds", 10_800L);
        assertThat(standard.grading().gap()).isEqualTo(new GradeLimit(3600, Grade.B));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "completeness: [0.99, 0.97, 0.95, 0.9] | completeness: [0.99, 0.97, 0.98, 0.9] | limits that fall",
        "completeness: [0.99, 0.97, 0.95, 0.9] | completeness: [0.99, 0.97] | four",
        "due-after: 30m | due-after: soon | a whole number and a unit",
        "warning-intervals: 4 | warning-intervals: -4 | 0 or more",
        "info: A | info: E | one of A, B, C, D, F",
        "severity: critical | severity: terrible | info, warning or critical",
        "mark: false | mark: no | true or false",
        "factor-day: 3 | factor-week: 3 | only",
        "flat-line: | curved-line: | one of"})
    void a_wrong_value_is_named_with_its_line_and_what_is_allowed(String right, String wrong, String allowed) {
        assertThat(SHIPPED).contains(right);
        int line = (int) SHIPPED.substring(0, SHIPPED.indexOf(right)).lines().count();
        assertThatThrownBy(() -> QualityStandard.parse(
                        "quality.yaml", SHIPPED.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContainingAll("quality.yaml, line ", allowed)
                .satisfies(error -> assertThat(
                                Integer.parseInt(error.getMessage().replaceAll("(?s).*line (\\d+):.*", "$1")))
                        .isBetween(line - 1, line + 12));
    }

    @Test
    void a_check_that_is_missing_is_an_error_and_one_that_is_not_wanted_is_switched_off() {
        assertThatThrownBy(() ->
                        QualityStandard.parse("quality.yaml", SHIPPED.substring(0, SHIPPED.indexOf("  clock-drift:"))))
                .hasMessageContaining("no entry 'clock-drift'");
        assertThat(QualityStandard.parse("quality.yaml", SHIPPED.replace("  spike:\n", "  spike:\n    enabled: "
                + "false\n")).check("spike").enabled()).isFalse();
    }
}
