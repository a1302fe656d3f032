package io.wattline.discovery;

import io.wattline.field.Field;
import io.wattline.field.FieldCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Proposals of columns for all fields without one.
 *
 * @param proposals one for each code that comes as a number, in one unit or in units that can be converted into one
 * @param undecided codes that come in several units without a known conversion, with the units; people decide on the
 *                  unit of the column
 */
public record Proposals(List<Proposal> proposals, Map<String, Set<String>> undecided) {

    public static Proposals of(FieldMap map, FieldCatalogue fields) {
        Map<String, FieldRow> byCode = new TreeMap<>();
        Map<String, Set<String>> units = new TreeMap<>();
        map.fields().stream()
                .filter(row -> row.isOnlyRaw()
                        && row.min() != null
                        && fields.find(row.code()).map(Field::column).isEmpty())
                .forEach(row -> {
                    byCode.putIfAbsent(row.code(), row);
                    units.computeIfAbsent(row.code(), code -> new TreeSet<>()).add(row.unit());
                });
        List<Proposal> proposals = new ArrayList<>();
        byCode.forEach((code, row) -> fields.units().common(units.get(code)).ifPresent(unit -> {
            proposals.add(Proposal.of(row, unit, fields.find(code)));
            units.remove(code);
        }));
        return new Proposals(proposals, units);
    }

    /** Instructions for people. */
    public String text() {
        String text =
                proposals.isEmpty() ? "Every field that comes as a number has a column.\n" : Proposal.text(proposals);
        return undecided.isEmpty()
                ? text
                : text + "# In several units at once, and not proposed (code=units): " + undecided
                        + "; decide on one unit, and add the others to section units of config/fields.yaml\n";
    }
}
