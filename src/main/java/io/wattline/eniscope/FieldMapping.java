package io.wattline.eniscope;

import io.wattline.field.Field;
import io.wattline.field.FieldCatalogue;
import io.wattline.reading.Reasons;
import io.wattline.reading.ResponseShape;
import io.wattline.reading.ValueColumn;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the fields of one response go, by the units that it names. The parser interns names, so a look-up allocates
 * nothing.
 */
final class FieldMapping {

    /** What {@link #unknownFields} calls all codes beyond {@value #UNKNOWN_MAX}. */
    static final String FURTHER_CODES = "(further codes)";
    /** Codes of one response that are neither in the catalogue nor requested. */
    private static final int UNKNOWN_MAX = 100;

    private final Map<String, FieldTarget> byCode = new HashMap<>();
    /** Their values are counted and not kept. */
    private final FieldTarget further = new FieldTarget(null, FieldTarget.FURTHER, null, false, "");
    private int unknown;
    private final FieldCatalogue fields;
    private final ResponseHead head;
    private final Set<String> asked;

    FieldMapping(FieldCatalogue fields, ResponseHead head, Collection<String> asked) {
        this.fields = fields;
        this.head = head;
        this.asked = Set.copyOf(asked);
    }

    FieldTarget of(String code) {
        FieldTarget target = byCode.get(code);
        if (target == null && !asked.contains(code) && fields.find(code).isEmpty() && ++unknown > UNKNOWN_MAX) {
            return further;
        }
        return target != null ? target : byCode.computeIfAbsent(code, this::create);
    }

    private FieldTarget create(String code) {
        Optional<ValueColumn> column = fields.find(code).map(Field::column).filter(wanted -> takes(code, wanted));
        return column.map(taken -> new FieldTarget(
                        taken,
                        fields.place(taken),
                        fields.units().conversion(taken, head.unit(code)).orElse(null),
                        true,
                        ""))
                .orElseGet(() -> new FieldTarget(null, -1, null, asked.contains(code), rawUnit(code)));
    }

    /** A value in {@code raw} names its unit, since the unit may change before the field gets a column. */
    private String rawUnit(String code) {
        String unit = head.unit(code);
        return unit.equals(fields.find(code).map(Field::unit).orElse(""))
                ? ""
                : "," + RecordText.property(code + FieldCatalogue.UNIT_SUFFIX, unit);
    }

    /** Of several codes for one column, the first in the file that the response names gets the column. */
    private boolean takes(String code, ValueColumn column) {
        Optional<String> first = fields.all().stream()
                .filter(field -> column.equals(field.column()))
                .map(Field::code)
                .filter(head::names)
                .findFirst();
        return first.map(code::equals).orElse(true);
    }

    ResponseHead head() {
        return head;
    }

    /** Why the value of {@code code} cannot be converted. */
    String unknownUnit(String code, ValueColumn column) {
        String unit = head.unit(code);
        String found =
                unit.isEmpty() ? " comes without a unit, so it" : " is in unit '" + Reasons.clean(unit) + "', which";
        return "field " + code + found + " cannot be converted to " + column.unit() + "; known are "
                + fields.units().known(column);
    }

    /** The number of values of a reading. */
    int width() {
        return fields.width();
    }

    /** The form of the response; null where none of its records had a value. PostgreSQL can store all of its texts. */
    ResponseShape shape() {
        if (byCode.values().stream().noneMatch(target -> target.seen > 0)) {
            return null;
        }
        Map<String, ResponseShape.FieldShape> shapes = new HashMap<>();
        if (head.units() != null) {
            head.units()
                    .forEach((code, unit) ->
                            shapes.put(Reasons.clean(code), new ResponseShape.FieldShape(Reasons.clean(unit), 0)));
            shapes.remove(RecordReader.TIMESTAMP);
        }
        byCode.forEach((code, target) -> shapes.put(
                Reasons.clean(code), new ResponseShape.FieldShape(Reasons.clean(head.unit(code)), target.types)));
        return new ResponseShape(
                head.timeZone() == null ? null : Reasons.clean(head.timeZone()), head.resolutionSeconds(), shapes);
    }

    /** How often each code without a column had a value. A long code is cut, since it must fit into a key. */
    Map<String, Integer> unknownFields() {
        Map<String, Integer> counts = new HashMap<>();
        byCode.forEach((code, target) -> {
            if (target.column == null && target.seen > 0) {
                counts.merge(Reasons.clean(code), target.seen, Integer::sum);
            }
        });
        if (further.seen > 0) {
            counts.put(FURTHER_CODES, further.seen);
        }
        return counts;
    }
}
