package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Field codes out of answers whose shape nobody has documented. */
class OfferedFieldsTest {

    private static List<String> read(String answer) {
        return OfferedFields.read(answer.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_options_says_is_read_in_its_order() {
        assertThat(read("{\"filters\":{\"fields\":[\"E\",\"V\",\"P\",\"E\"]}}")).containsExactly("E", "V", "P");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "fieldCode", "field", "fieldName", "name", "id"})
    void objects_name_their_code_by_one_of_several_keys(String key) {
        assertThat(read("{\"fields\":[{\"" + key + "\":\"E\",\"unit\":\"Wh\"},{\"" + key
                        + "\":\"P\"}],\"meta\":{\"pageCount\":1}}"))
                .containsExactly("E", "P");
    }

    @Test
    void where_an_object_has_several_of_them_the_code_wins_over_the_name() {
        assertThat(read("{\"fields\":[{\"id\":\"7\",\"name\":\"Energy\",\"code\":\"E\"}]}")).containsExactly("E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"filters\":7}", "{\"fields\":[1,null,{}]}", "<html>", "{\"fields\":[\"E\""})
    void an_answer_that_names_none_offers_none(String answer) {
        assertThat(read(answer)).isEmpty();
    }
}
