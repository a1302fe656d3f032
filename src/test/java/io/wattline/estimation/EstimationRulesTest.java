package io.wattline.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code config/estimation.yaml}: what it says, and what is said about mistakes in it. */
class EstimationRulesTest {

    private static Channel channel(int id, String type, String organization) {
        return new Channel(id, "Main", organization, "20", type, Duration.ofMinutes(15), null, null);
    }

    private static String file() {
        try {
            return Files.readString(Path.of("config/estimation.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_file_of_the_house_has_the_limits_of_the_plan() {
        EstimationLimits limits = EstimationSamples.book().limits(channel(1, "grid meter", "x"));
        assertThat(limits.linearUpTo()).contains(Duration.ofHours(1));
        assertThat(limits.likeDay().orElseThrow())
                .isEqualTo(new EstimationLimits.LikeDayLimits(Duration.ofDays(7), 3, 2, Duration.ofHours(2),
                        Duration.ofHours(6), 3, false));
        assertThat(limits.registerAt()).isEqualTo(RegisterAt.AUTO);
        assertThat(EstimationSamples.book().limits(channel(1, null, null)).linearUpTo()).as("a channel of which "
                + "nothing is known").isPresent();
    }

    @Test
    void the_most_specific_override_wins_and_changes_only_what_it_names() {
        EstimationRules book = EstimationRules.parse("e", file().replaceFirst("(?m)^overrides:", """
                overrides:
                  - for: {channel: 9}
                    methods: {linear: {enabled: true, up-to: 2h}}
                  - for: {organization: north}
                    methods: {linear: {up-to: 30m}}
                    totals: {peak-factor: 5}
                """.stripTrailing()));
        assertThat(book.limits(channel(8, "grid meter", "north")))
                .returns(Optional.of(Duration.ofMinutes(30)), EstimationLimits::linearUpTo)
                .returns(5.0, EstimationLimits::peakFactor);
        assertThat(book.limits(channel(8, "solar meter", "north")).linearUpTo()).isEmpty();
        assertThat(book.limits(channel(9, "solar meter", "north")).linearUpTo()).contains(Duration.ofHours(2));
        assertThat(book.limits(channel(9, "solar meter", "north"))
                        .likeDay()
                        .orElseThrow()
                        .needsTotal())
                .as("of its channel type")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "up-to: 1h                  | up-to: 1 hour              | '1 hour'; allowed: a whole number and a unit",
        "up-to: 7d                  | up-to: 0d                  | '0d'",
        "weeks: 3                   | weeks: 0                   | a whole number from 1 to 52",
        "days-min: 2                | days-min: 4                | a whole number from 1 to 3",
        "ratio-up-to: 6h            | ratio-up-to: 0h            | '0h'",
        "ratio-max: 3               | ratio-max: 0.5             | ratio-max 0.5; allowed: 1.0 or more",
        "peak-factor: 2             | peak-factor: lots          | 'lots'; allowed: a finite number",
        "register-at: auto          | register-at: noon          | 'noon'; allowed: auto, bin-start or bin-end",
        "needs-total: false         | needs-totals: false        | no entry 'needs-total'",
        "linear: {enabled: false}   | lineal: {enabled: false}   | unknown key 'lineal'",
        "linear: {enabled: false}   | linear: {enabled: no}      | 'no'; allowed: true or false",
        "{channel-type: solar meter}| {channel-kind: solar}      | unknown key 'channel-kind'",
        "{channel-type: solar meter}| {}                         | an entry without a condition",
        "{country: Denmark}         | {land: Denmark}            | unknown key 'land'",
        "{country: Denmark}         | {}                         | holidays without a site",
        "06-05                      | 06-32                      | '06-32'; allowed: a day such as",
        "06-05                      | 2026-02-30                 | '2026-02-30'"})
    void a_mistake_is_named_with_its_line_and_what_is_allowed(String right, String wrong, String complaint) {
        assertThat(file()).contains(right);
        assertThatThrownBy(() -> EstimationRules.parse("config/estimation.yaml", file().replace(right, wrong)))
                .hasMessageContaining(complaint)
                .hasMessageMatching("(?s)config/estimation.yaml, line \\d+: found .*nothing of the file was loaded");
    }
}
