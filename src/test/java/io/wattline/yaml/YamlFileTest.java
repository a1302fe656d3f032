package io.wattline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    @Test
    void scalars_keep_the_text_that_was_written() {
        YamlValue root = YamlFile.parse("f.yaml", "No: 010\nunit: '%'\n");
        assertThat(root.need("No").text()).isEqualTo("010");
        assertThat(root.need("unit").text()).isEqualTo("%");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | f.yaml is empty",
        "'# nothing' | f.yaml is empty",
        "'a: [1' | f.yaml, line ",
        "'a: b: c' | f.yaml, line 1",
        "'\u0007' | f.yaml"})
    void what_is_no_yaml_is_refused(String text, String complaint) {
        assertThatThrownBy(() -> YamlFile.parse("f.yaml", text))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void complaints_name_the_line() {
        YamlValue root = YamlFile.parse("f.yaml", "a: 1\nb: x\nc:\n  - 1\nd: .inf\n");
        assertThatThrownBy(() -> root.need("b").number()).hasMessage("f.yaml, line 2: found 'x'; allowed: a finite "
                + "number such as 1000 or -0.5; nothing of the file was loaded");
        assertThatThrownBy(() -> root.need("d").number()).hasMessageContaining("line 5");
        assertThatThrownBy(() -> root.need("c").text()).hasMessageContaining("line 4");
        assertThatThrownBy(() -> root.need("a").items()).hasMessageContaining("line 1");
        assertThatThrownBy(() -> root.need("e")).hasMessageContaining("no entry 'e'");
        assertThatThrownBy(() -> root.entries(Set.of("a", "b", "c"))).hasMessageContaining("line 5: found unknown key "
                + "'d'; allowed: only [a, b, c]");
    }

    @Test
    void a_key_may_not_stand_twice() {
        assertThatThrownBy(() -> YamlFile.parse("f.yaml", "a: 1\nb: 2\na: 3\n").entries())
                .hasMessageContaining("line 3: found 'a' a second time");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> YamlFile.read(Path.of("nowhere/f.yaml")))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContaining("nowhere/f.yaml cannot be read");
    }

    @Test
    void comments_layout_and_order_of_keys_do_not_change_the_content() {
        String content = YamlFile.parse("f", "a: [1, 2] # one\nb: {c: x, d: 'y'}").canonical();
        assertThat(YamlFile.parse("f", "b:\n  d: y\n  c: \"x\"\na:\n- 1\n- 2\n").canonical()).isEqualTo(content);
        assertThat(YamlFile.parse("f", "a: [2, 1]\nb: {c: x, d: 'y'}").canonical()).isNotEqualTo(content);
    }
}
