package io.wattline.discovery;

import io.wattline.field.Field;
import io.wattline.field.FieldCatalogue;
import io.wattline.reading.ResponseShape;
import io.wattline.reading.ValueColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * One change in the form of a channel's responses.
 *
 * @param kind    field-new, field-vanished, field-back, unit-changed, type-changed, resolution-changed,
 *                time-zone-changed
 * @param code    code of the field; empty where the change is not about a field
 * @param before  null where there was nothing
 * @param after   null where nothing is left
 * @param message what was found and what happens to the values, for people
 */
public record Drift(String kind, String code, String before, String after, String message) {

    /**
     * The changes from the known form of a channel to its next response. A field that was requested and null until now
     * is not new.
     */
    static List<Drift> between(
            ChannelShape known, ResponseShape response, Collection<String> asked, FieldCatalogue fields) {
        List<Drift> found = new ArrayList<>();
        if (known.timeZone() != null && response.timeZone() != null && !known.timeZone().equals(response.timeZone())) {
            found.add(new Drift(
                    "time-zone-changed", "", known.timeZone(), response.timeZone(),
                    "time zone " + response.timeZone() + " instead of " + known.timeZone()
                            + ": readings are in UTC and stay correct; days and months follow organizations.timezone"));
        }
        if (known.resolutionSeconds() != null && !known.resolutionSeconds().equals(response.resolutionSeconds())) {
            found.add(resolution(known.resolutionSeconds(), response.resolutionSeconds()));
        }
        response.fields()
                .forEach((code, field) ->
                        compare(code, known.fields().get(code), field, asked.contains(code), fields, found));
        known.fields().forEach((code, field) -> {
            if (!field.vanished() && field.types() != 0 && !response.fields().containsKey(code)) {
                found.add(new Drift(
                        "field-vanished", code, field.unit(), null,
                        "field " + code + " comes no more; the other fields are stored"));
            }
        });
        return found;
    }

    static Drift resolution(Integer before, Integer after) {
        return new Drift(
                "resolution-changed",
                "",
                Objects.toString(before),
                Objects.toString(after),
                "bins of " + after + " s instead of " + before
                        + " s: Wattline does not store them as shorter ones. It requests a shorter window, or adopts"
                        + " the new interval of the channel");
    }

    private static void compare(
            String code, ChannelShape.Known known, ResponseShape.FieldShape now, boolean asked, FieldCatalogue fields,
            List<Drift> found) {
        if (known == null || known.types() == 0) {
            if (now.types() != 0 && (known == null || !asked)) {
                found.add(new Drift(
                        "field-new", code, null, now.unit(),
                        "field " + code + " in unit '" + now.unit() + "' is new: " + fate(code, now.unit(), fields)));
            }
        } else {
            compare(code, known, now, fields, found);
        }
    }

    private static void compare(
            String code, ChannelShape.Known known, ResponseShape.FieldShape now, FieldCatalogue fields,
            List<Drift> found) {
        if (known.vanished()) {
            found.add(new Drift("field-back", code, null, now.unit(), "field " + code + " comes again"));
        }
        if (!known.unit().equals(now.unit())) {
            found.add(new Drift(
                    "unit-changed", code, known.unit(), now.unit(),
                    "field " + code + " comes in '" + now.unit() + "' instead of '" + known.unit() + "': "
                            + fate(code, now.unit(), fields)));
        }
        if ((now.types() | known.types()) != known.types()) {
            found.add(new Drift(
                    "type-changed", code, ChannelShape.types(known.types()), ChannelShape.types(now.types()),
                    "field " + code + " comes as " + ChannelShape.types(now.types()) + " instead of "
                            + ChannelShape.types(known.types())
                            + ": a number in a text is read; readings with anything else become dead letters"));
        }
    }

    /** What happens to the values of a field. */
    private static String fate(String code, String unit, FieldCatalogue fields) {
        ValueColumn column = fields.find(code).map(Field::column).orElse(null);
        if (column == null) {
            return "it has no column in config/fields.yaml. Its values are stored in readings.raw; ./wattline"
                    + " map-fields --propose proposes a column";
        }
        return fields.units().conversion(column, unit).isPresent()
                ? "it is converted to " + column.unit() + " and stored in " + column.sqlName()
                : "it cannot be converted to " + column.unit()
                        + ". Readings with it become dead letters (rule unit-known) until config/fields.yaml has the"
                        + " unit";
    }
}
