package io.wattline.field;

import io.wattline.reading.Column;
import io.wattline.reading.ExtraColumn;
import io.wattline.reading.Reading;
import io.wattline.reading.ValueColumn;
import io.wattline.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The source's field codes and the column of each: the content of {@code config/fields.yaml}. Codes are case-sensitive.
 */
public final class FieldCatalogue {

    /**
     * In {@code raw}, {@code XQ9.unit} is the unit of {@code XQ9} where it is not the catalogue's, or where the
     * catalogue has no such code.
     */
    public static final String UNIT_SUFFIX = ".unit";

    private final Map<String, Field> byCode;
    private final List<ExtraColumn> extraColumns;
    private final FieldUnits units;

    FieldCatalogue(Map<String, Field> byCode, List<ExtraColumn> extraColumns, FieldUnits units) {
        this.byCode = Collections.unmodifiableMap(byCode);
        this.extraColumns = List.copyOf(extraColumns);
        this.units = units;
    }

    /** Reads the file; {@link io.wattline.yaml.YamlFileException} names the line of an error. */
    public static FieldCatalogue load(Path file) {
        return FieldsFile.fields(YamlFile.read(file), Set.of());
    }

    /** Reads a text such as the copy inside the jar; {@code name} is what messages call it. */
    public static FieldCatalogue parse(String name, String text) {
        return parse(name, text, Set.of());
    }

    /** @param noFields names that are no values of a record, which the file must not list */
    public static FieldCatalogue parse(String name, String text, Set<String> noFields) {
        return FieldsFile.fields(YamlFile.parse(name, text), noFields);
    }

    public Optional<Field> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All of them, in the order of the file. Of several codes for one column the first that a response has gets it. */
    public Collection<Field> all() {
        return byCode.values();
    }

    /** Columns that people have added, in the order of the file. */
    public List<ExtraColumn> extraColumns() {
        return extraColumns;
    }

    /** The place of a column in {@link Reading#values()}. */
    public int place(ValueColumn column) {
        return column instanceof Column known ? known.ordinal() : Column.values().length + extraColumns.indexOf(column);
    }

    /** The number of values of a reading. */
    public int width() {
        return Column.values().length + extraColumns.size();
    }

    public FieldUnits units() {
        return units;
    }

    /**
     * The codes that Wattline requests of those that the source offers: all but those marked {@code ask: false}. Codes
     * without a column and codes that the file does not list are included. In the order offered, each once.
     */
    public List<String> toAsk(Collection<String> offered) {
        return offered.stream().distinct().filter(code -> find(code).map(Field::ask).orElse(true)).toList();
    }
}
