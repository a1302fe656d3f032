package io.wattline.validation;

import static io.wattline.eniscope.ResponseSamples.START;
import static io.wattline.eniscope.ResponseSamples.reading;
import static io.wattline.eniscope.ResponseSamples.window;
import static io.wattline.validation.RuleBookTest.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Checked;
import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class RuleBookPropertiesTest {

    private static RuleBook range(double min, double max) {
        return RuleBook.parse(
                "r",
                "rules: {t: {check: range, columns: [temperature_c], min: " + min + ", max: " + max + ", reason: r}}");
    }

    @Property(tries = 300)
    void a_range_holds_exactly_its_limits_and_what_lies_between(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double a,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double b,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double value) {
        double min = Math.min(a, b);
        double max = Math.max(a, b);
        for (double v : new double[] {value, min, max, min - 1, max + 1}) {
            boolean kept = range(min, max)
                    .check(List.of(reading(START, Column.TEMPERATURE_C, v)), window(1), Optional.empty(), CLOCK)
                    .rejected()
                    .isEmpty();
            assertThat(kept).as("%s in [%s, %s]", v, min, max).isEqualTo(min - 1e-6 <= v && v <= max + 1e-6);
        }
    }

    @Property(tries = 300)
    void every_reading_is_either_kept_or_set_aside_in_its_order(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -500, max = 1500) Double> powers) {
        List<Reading> readings = new ArrayList<>();
        powers.forEach(kw -> readings.add(reading(START.plusSeconds(900L * readings.size()), Column.POWER_KW, kw)));
        Checked checked = RuleBookTest.RULES.check(readings, window(30), Optional.empty(), CLOCK);
        assertThat(checked.accepted())
                .isSubsetOf(readings)
                .isSortedAccordingTo(java.util.Comparator.comparing(Reading::start));
        assertThat(Stream.concat(
                        checked.accepted().stream().map(Reading::start),
                        checked.rejected().stream().map(rejected -> rejected.timestamp())))
                .containsExactlyInAnyOrderElementsOf(
                        readings.stream().map(Reading::start).toList());
    }
}
