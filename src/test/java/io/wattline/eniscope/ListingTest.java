package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.source.UnusableListException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingTest {

    private final Listing listing = new Listing("channels", 100);

    @Test
    void pages_are_asked_for_until_their_count_is_reached() {
        assertThat(listing.next().toString()).isEqualTo("GET channels?limit=100&page=1");
        listing.add(page(1, 100, ",\"meta\":{\"pageCount\":\"2\",\"recordCount\":\"130\"}"));
        assertThat(listing.hasNext()).isTrue();
        assertThat(listing.next().query()).endsWith("page=2");
        listing.add(page(101, 130, ",\"meta\":{\"pageCount\":2,\"recordCount\":130}"));
        assertThat(listing.hasNext()).isFalse();
        assertThat(listing.count()).isEqualTo(130);
        assertThat(listing.rows()).startsWith("[{").contains("\"61130\"");
    }

    @Test
    void without_a_count_a_page_of_the_vendors_size_is_not_taken_for_the_last() {
        listing.next();
        listing.add(page(1, 20, ""));
        assertThat(listing.hasNext()).isTrue();
        listing.next();
        listing.add(page(21, 25, ""));
        assertThat(listing.hasNext()).isFalse();
        assertThat(listing.count()).isEqualTo(25);
    }

    @Test
    void a_source_that_does_not_page_is_not_asked_for_ever() {
        for (int i = 0; i < 2; i++) {
            listing.next();
            listing.add(page(1, 50, ""));
        }
        assertThat(listing.hasNext()).isFalse();
        assertThat(listing.count()).isEqualTo(50);
    }

    @Test
    void an_empty_list_is_whole() {
        listing.next();
        listing.add("{\"channels\":[],\"meta\":{\"pageCount\":0,\"recordCount\":0}}".getBytes());
        assertThat(listing.hasNext()).isFalse();
        assertThat(listing.rows()).isEqualTo("[]");
    }

    @Test
    void a_list_that_is_cut_short_is_not_used() {
        listing.next();
        assertThatThrownBy(() -> listing.add(page(1, 3, ",\"meta\":{\"pageCount\":1,\"recordCount\":4}")))
                .isInstanceOf(UnusableListException.class)
                .hasMessageContaining("list of channels")
                .hasMessageContaining("counts 4")
                .hasMessageContaining("sent 3");
    }

    @Test
    void what_is_no_list_is_not_used() {
        listing.next();
        for (String odd : new String[] {"{\"channels\":\"none\"}", "[]", "{}", "{\"channels\":[", "7"}) {
            assertThatThrownBy(() -> listing.add(odd.getBytes())).as(odd).isInstanceOf(UnusableListException.class)
                    .hasMessageContaining("list of channels, page 1");
        }
    }

    private static byte[] page(int first, int last, String meta) {
        String rows = IntStream.rangeClosed(first, last)
                .mapToObj(i -> "{\"dataChannelId\":\"" + (61_000 + i) + "\"}")
                .collect(Collectors.joining(","));
        return ("{\"channels\":[" + rows + "]" + meta + "}").getBytes();
    }
}
