package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which of the offered fields a channel has, out of answers that only say yes or no to a group. */
class FieldSearchTest {

    private static final List<String> CORE = List.of("E", "P", "V", "I", "PF");

    /** 28 fields: the core set and others, mixed. */
    private static final List<String> OFFERED = IntStream.range(0, 28)
            .mapToObj(i -> i % 5 == 0 && i < 25 ? CORE.get(i / 5) : "X" + i)
            .toList();

    /** Asks as often as it takes; what was asked for. */
    private static List<List<String>> search(FieldSearch search, Set<String> lacking) {
        List<List<String>> asked = new ArrayList<>();
        while (search.group().isPresent()) {
            List<String> group = search.group().get();
            asked.add(group);
            if (group.stream().anyMatch(lacking::contains)) {
                search.refused();
            } else {
                search.answered();
            }
        }
        return asked;
    }

    @Property(tries = 500)
    void every_field_that_the_channel_has_is_found_and_no_other(
            @ForAll @Size(max = 20) Set<@IntRange(max = 27) Integer> places) {
        Set<String> lacking = Set.copyOf(places.stream().map(OFFERED::get).toList());
        FieldSearch search = new FieldSearch(OFFERED, CORE);
        List<List<String>> asked = search(search, lacking);
        if (lacking.containsAll(CORE)) {
            assertThat(search.found()).isEmpty();
        } else {
            assertThat(search.found())
                    .containsExactlyElementsOf(OFFERED.stream()
                            .filter(code -> !lacking.contains(code))
                            .toList());
        }
        assertThat(asked)
                .allSatisfy(group -> assertThat(group).isNotEmpty().isSubsetOf(OFFERED))
                .doesNotHaveDuplicates();
    }

    @Test
    void one_field_of_28_is_found_with_some_ten_questions() {
        for (String lacking : OFFERED) {
            assertThat(search(new FieldSearch(OFFERED, CORE), Set.of(lacking)))
                    .as(lacking)
                    .hasSizeLessThanOrEqualTo(12);
        }
    }

    @Test
    void a_channel_that_refuses_all_of_the_core_set_is_asked_no_further() {
        FieldSearch search = new FieldSearch(OFFERED, CORE);
        assertThat(search(search, Set.copyOf(OFFERED))).hasSize(9).allSatisfy(group -> assertThat(group)
                .isSubsetOf(CORE));
        assertThat(search.found()).isEmpty();
    }

    @Test
    void a_climate_sensor_has_nothing_of_the_core_set_and_is_found_all_the_same() {
        FieldSearch search = new FieldSearch(List.of("T", "RH", "CO2"), CORE);
        search(search, Set.of("CO2"));
        assertThat(search.found()).containsExactly("T", "RH");
    }
}
