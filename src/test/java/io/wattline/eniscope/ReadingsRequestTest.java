package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Window;
import io.wattline.source.SourceRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a window is asked for. */
class ReadingsRequestTest {

    @Test
    void fields_range_and_resolution_are_in_the_query_with_their_brackets_encoded() {
        SourceRequest request = ReadingsRequest.of(ResponseSamples.window(4));
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("readings/61001");
        assertThat(request.query())
                .isEqualTo("fields%5B%5D=E&fields%5B%5D=P&fields%5B%5D=V&fields%5B%5D=I&fields%5B%5D=PF"
                        + "&daterange%5B%5D=1767225600&daterange%5B%5D=1767229200&res=900&action=summarize");
        assertThat(request.subject()).isEqualTo("channel 61001 [2026-01-01T00:00:00Z, 2026-01-01T01:00:00Z)");
    }

    @Test
    void a_code_with_other_characters_cannot_add_a_parameter() {
        Window window = ResponseSamples.window(1);
        Window odd = new Window(window.channel(), window.interval(), List.of("E&res=60", "P #1"), 1);
        assertThat(ReadingsRequest.of(odd).query())
                .startsWith("fields%5B%5D=E%26res%3D60&fields%5B%5D=P+%231&daterange");
    }
}
