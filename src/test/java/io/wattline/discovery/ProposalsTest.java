package io.wattline.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.field.FieldCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which columns are proposed for fields that channels send in different units. */
class ProposalsTest {

    private static final FieldCatalogue FIELDS = FieldCatalogue.load(Path.of("config/fields.yaml"));

    private static Proposals proposals(FieldRow... rows) {
        return Proposals.of(FieldMap.of(7, List.of(rows), List.of()), FIELDS);
    }

    private static FieldRow row(String code, String label, String unit) {
        return new FieldRow(61001, "Main", "20", "Mill", code, label, unit, true, true, "raw", 96, 1, 1.0, 2.0);
    }

    @Test
    void units_that_can_be_converted_share_a_column_in_the_unit_of_the_house() {
        Proposals proposals = proposals(row("Pmax", "Power Max", "W"), row("Pmax", "Power Max", "kW"));
        assertThat(proposals.undecided()).isEmpty();
        assertThat(proposals.proposals()).singleElement().satisfies(proposal -> {
            assertThat(proposal.columnLine()).isEqualTo("  power_max_kw: kW");
            assertThat(proposal.fieldLine()).isEqualTo("  Pmax: {label: Power Max, kind: instant, unit: W, column: "
                    + "power_max_kw}");
            assertThat(proposal.migration()).contains("'power_max_kw'", "mean over the interval, in kW.");
        });
    }

    @Test
    void units_of_which_nobody_has_said_how_they_are_converted_are_left_to_people() {
        Proposals proposals = proposals(
                row("RE", "Reactive Energy", "VArh"), row("RE", "Reactive Energy", "kVArh"), row("XQ9", "XQ9", "x"));
        assertThat(proposals.undecided()).isEqualTo(Map.of("RE", Set.of("VArh", "kVArh")));
        assertThat(proposals.proposals()).extracting(Proposal::columnLine).as("one unit that nobody knows is a "
                + "column's own").containsExactly("  xq9_x: x");
    }
}
