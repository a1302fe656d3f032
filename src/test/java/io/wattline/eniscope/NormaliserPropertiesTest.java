package io.wattline.eniscope;

import static io.wattline.eniscope.ResponseSamples.NORMALISER;
import static io.wattline.eniscope.ResponseSamples.START;
import static io.wattline.eniscope.ResponseSamples.answer;
import static io.wattline.eniscope.ResponseSamples.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Column;
import io.wattline.reading.Page;
import io.wattline.reading.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormaliserPropertiesTest {

    /** One record per slot of a day's start: values, nulls, and nothing. */
    @Provide
    Arbitrary<List<String>> records() {
        Arbitrary<String> value = Arbitraries.doubles()
                .between(-1e6, 1e6)
                .map(String::valueOf)
                .injectNull(0.2)
                .map(String::valueOf);
        Arbitrary<String> fields = Combinators.combine(value, value, value)
                .as((e, p, m) -> ",\"E\":" + e + ",\"P\":" + p + ",\"Med\":" + m + "}");
        return fields.list().ofMinSize(1).ofMaxSize(20).map(list -> {
            List<String> records = new ArrayList<>();
            list.forEach(text -> records.add("{\"ts\":" + (START.getEpochSecond() + 900L * records.size()) + text));
            return records;
        });
    }

    @Property(tries = 200)
    void shuffled_and_doubled_records_make_the_same_page(@ForAll("records") List<String> records, @ForAll long seed) {
        List<String> disturbed = new ArrayList<>(records);
        disturbed.addAll(records.subList(0, records.size() / 2));
        Collections.shuffle(disturbed, new Random(seed));
        Page plain = NORMALISER.normalise(answer(records.toArray(String[]::new)), window(20));
        Page other = NORMALISER.normalise(answer(disturbed.toArray(String[]::new)), window(20));
        assertThat(other.readings().stream().map(NormaliserPropertiesTest::content))
                .containsExactlyElementsOf(plain.readings().stream()
                        .map(NormaliserPropertiesTest::content)
                        .toList());
        assertThat(other.nullBins()).isEqualTo(plain.nullBins());
        assertThat(plain.readings().size() + plain.nullBins()).isEqualTo(records.size());
        assertThat(other.rejected()).isEmpty();
    }

    private static String content(Reading reading) {
        return reading.start() + Arrays.toString(reading.values()) + reading.raw();
    }

    @Property(tries = 500)
    void watt_hours_over_a_thousand_are_the_nearest_kilowatt_hours(@ForAll double wattHours) {
        if (!Double.isFinite(wattHours)) {
            return;
        }
        Page page = NORMALISER.normalise(
                answer("{\"ts\":" + START.getEpochSecond() + ",\"E\":" + wattHours + "}"), window(1));
        assertThat(page.readings().get(0).value(Column.ENERGY_KWH)).isEqualTo(wattHours / 1000);
    }

    @Property(tries = 200)
    void every_reading_is_found_again_in_the_answer(@ForAll("records") List<String> records) {
        Page page = NORMALISER.normalise(answer(records.toArray(String[]::new)), window(20));
        assertThat(page.readings()).extracting(reading -> reading.source().text()).isSubsetOf(records);
    }
}
