package io.wattline.discovery;

import io.wattline.field.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column for a field that comes and has none.
 *
 * @param code       of the field
 * @param columnLine for section {@code columns} of {@code config/fields.yaml}
 * @param fieldLine  for section {@code fields}; replaces a line for the same code
 * @param migration  for a repeatable migration of Flyway; may run any number of times
 */
public record Proposal(String code, String columnLine, String fieldLine, String migration) {

    /** @param columnUnit unit to which all values can be converted */
    static Proposal of(FieldRow row, String columnUnit, Optional<Field> known) {
        String column = name(known.map(Field::label).orElse(row.code()), columnUnit);
        String kind = known.map(Field::kind).orElse(Field.Kind.INSTANT) == Field.Kind.COUNTER ? "counter" : "instant";
        // the catalogue's unit stays: values in raw without a unit are in it
        String promised = known.map(Field::unit).orElse(row.unit());
        String unit = promised.isEmpty() ? "" : ", unit: " + quoted(promised);
        String meaning = row.label() + " (field " + row.code() + " of the source), "
                + (kind.equals("counter") ? "total of the interval" : "mean over the interval") + ", in "
                + (columnUnit.isEmpty() ? "no unit" : columnUnit) + ". Null where the source has none.";
        return new Proposal(
                row.code(),
                "  " + column + ": " + quoted(columnUnit),
                "  " + quoted(row.code()) + ": {label: " + quoted(row.label()) + ", kind: " + kind + unit + ", column: "
                        + column + (known.map(Field::catalogued).orElse(false) ? "}" : ", catalogued: false}"),
                "do $$ begin perform add_reading_column('" + column + "', '"
                        + meaning.replace("'", "''").replace("$$", "") + "'); end $$;");
    }

    private static String name(String label, String unit) {
        String name = (label + (unit.isEmpty() ? "" : "_" + unit.replace("%", "percent")))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return (name.matches("[a-z].*") ? name : "field_" + name).substring(0, Math.min(60, name.length()));
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9 ]*")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Instructions for people. */
    static String text(List<Proposal> proposals) {
        StringBuilder text = new StringBuilder();
        text.append(
                "# config/fields.yaml: the first lines into section columns; the others into section fields, in place"
                        + " of the line that a code has there\n"
                        + "columns:\n");
        proposals.forEach(proposal -> text.append(proposal.columnLine()).append('\n'));
        text.append("fields:\n");
        proposals.forEach(proposal -> text.append(proposal.fieldLine()).append('\n'));
        text.append("\n-- config/migration/R__05_own_columns.sql\n");
        proposals.forEach(proposal -> text.append(proposal.migration()).append('\n'));
        return text.append("\n"
                        + "# Then start Wattline again, which migrates, and move what is kept already: ./wattline"
                        + " backfill --from-raw\n")
                .toString();
    }
}
