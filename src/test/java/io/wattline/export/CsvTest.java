package io.wattline.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Cells that any spreadsheet reads, and none executes. */
class CsvTest {

    @Test
    void what_separates_is_quoted_and_numbers_stay_numbers() {
        assertThat(CsvCells.cell("a,\"b\"\r\nc")).isEqualTo("\"a,\"\"b\"\"\r\nc\"");
        assertThat(CsvCells.cell(-1.5)).isEqualTo("-1.5");
        assertThat(CsvCells.cell(null)).isEmpty();
    }

    @Test
    void a_text_that_a_spreadsheet_would_execute_is_only_a_text() {
        for (String formula : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
            assertThat(CsvCells.cell(formula).replaceFirst("^\"", "")).startsWith("'");
        }
        assertThat(CsvCells.cell("=HYPERLINK(\"http://x\",\"y\")"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    }

    @Test
    void the_header_says_each_unit_once() {
        Map<String, String> units =
                Map.of("energy_kwh", "kWh", "energy_kwh_l1", "kWh", "thd_voltage", "%", "power_factor", "1");
        assertThat(units.keySet().stream().map(column -> CsvCells.header(column, units)))
                .containsExactlyInAnyOrder("energy_kwh", "energy_kwh_l1", "thd_voltage [%]", "power_factor [1]");
        assertThat(CsvCells.header("site_name", units)).isEqualTo("site_name");
    }

    @Property(tries = 200)
    void every_text_comes_back_as_it_was_or_with_an_apostrophe_before_it(@ForAll String text) {
        String cell = CsvCells.cell(text);
        String read = cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
        assertThat(read).isIn(text, "'" + text);
        assertThat(cell.startsWith("\"") || !cell.matches("(?s).*[,\"\r\n].*")).isTrue();
    }
}
