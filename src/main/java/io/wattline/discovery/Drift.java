package io.wattline.discovery;

import io.wattline.eniscope.Field;
import io.wattline.eniscope.FieldCatalogue;
import io.wattline.eniscope.ResponseShape;
import io.wattline.reading.ValueColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * One change in the form of a channel's answers.
 *
 * @param kind    field-new, field-vanished, field-back, unit-changed, type-changed, resolution-changed, time-zone-changed
 * @param code    the vendor's code; empty where it is not about a field
 * @param before  null where there was nothing
 * @param after   null where there is nothing any more
 * @param message what was found and what happens with the values, for people
 */
public record Drift(String kind, String code, String before, String after, String message) {

    /** What differs between what is known of a channel and its next answer. A field that was asked for and null till now is not new. */
    static List<Drift> between(ChannelShape known, ResponseShape answer, Collection<String> asked, FieldCatalogue fields) {
        List<Drift> found = new ArrayList<>();
        if (known.timeZone() != null && answer.timeZone() != null && !known.timeZone().equals(answer.timeZone())) {
            found.add(new Drift("time-zone-changed", "", known.timeZone(), answer.timeZone(), "time zone " + answer.timeZone() + " instead of " + known.timeZone()
                    + ": readings are in UTC and stay right; days and months follow organizations.timezone"));
        }
        if (known.resolutionSeconds() != null && !known.resolutionSeconds().equals(answer.resolutionSeconds())) {
            found.add(resolution(known.resolutionSeconds(), answer.resolutionSeconds()));
        }
        answer.fields().forEach((code, field) -> compare(code, known.fields().get(code), field, asked.contains(code), fields, found));
        known.fields().forEach((code, field) -> {
            if (!field.vanished() && field.types() != 0 && !answer.fields().containsKey(code)) {
                found.add(new Drift("field-vanished", code, field.unit(), null, "field " + code + " does not come any more; the others are kept"));
            }
        });
        return found;
    }

    static Drift resolution(Integer before, Integer after) {
        return new Drift("resolution-changed", "", Objects.toString(before), Objects.toString(after), "bins of " + after + " s instead of " + before
                + " s: they are never stored as what they are not; a shorter window is asked for, or the channel's interval is learnt");
    }

    private static void compare(String code, ChannelShape.Known known, ResponseShape.FieldShape now, boolean asked, FieldCatalogue fields, List<Drift> found) {
        if (known == null || known.types() == 0) {
            if (now.types() != 0 && (known == null || !asked)) {
                found.add(new Drift("field-new", code, null, now.unit(), "field " + code + " in unit '" + now.unit() + "' is new: " + fate(code, now.unit(), fields)));
            }
            return;
        }
        if (known.vanished()) {
            found.add(new Drift("field-back", code, null, now.unit(), "field " + code + " comes again"));
        }
        if (!known.unit().equals(now.unit())) {
            found.add(new Drift("unit-changed", code, known.unit(), now.unit(), "field " + code + " comes in '" + now.unit() + "' instead of '" + known.unit() + "': "
                    + fate(code, now.unit(), fields)));
        }
        if ((now.types() | known.types()) != known.types()) {
            found.add(new Drift("type-changed", code, ChannelShape.types(known.types()), ChannelShape.types(now.types()), "field " + code + " comes as "
                    + ChannelShape.types(now.types()) + " instead of " + ChannelShape.types(known.types()) + ": a number in a text is read, anything else is set aside"));
        }
    }

    /** What becomes of its values. */
    private static String fate(String code, String unit, FieldCatalogue fields) {
        ValueColumn column = fields.find(code).map(Field::column).orElse(null);
        if (column == null) {
            return "it has no column in config/fields.yaml, its values are kept in readings.raw; ./wattline map-fields --propose proposes one";
        }
        return fields.units().conversion(column, unit).isPresent() ? "it is converted to " + column.unit() + " and kept in " + column.sqlName()
                : "it cannot be converted to " + column.unit() + ", readings with it are set aside (rule unit-known) until config/fields.yaml knows the unit";
    }
}
