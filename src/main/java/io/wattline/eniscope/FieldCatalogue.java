package io.wattline.eniscope;

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

/** The vendor's field codes and what becomes of each: the content of {@code config/fields.yaml}. Codes differ by upper and lower case. */
public final class FieldCatalogue {

    /** In {@code raw}, {@code XQ9.unit} is the unit of {@code XQ9} where it is not the catalogue's, or where the catalogue has no such code. */
    public static final String UNIT_SUFFIX = ".unit";

    private final Map<String, Field> byCode;
    private final List<ExtraColumn> extraColumns;
    private final FieldUnits units;

    FieldCatalogue(Map<String, Field> byCode, List<ExtraColumn> extraColumns, FieldUnits units) {
        this.byCode = Collections.unmodifiableMap(byCode);
        this.extraColumns = List.copyOf(extraColumns);
        this.units = units;
    }

    /** Reads the file; {@link io.wattline.yaml.YamlFileException} names the line of whatever is wrong with it. */
    public static FieldCatalogue load(Path file) {
        return FieldsFile.fields(YamlFile.read(file));
    }

    /** Reads a text such as the copy inside the jar; {@code name} is what messages call it. */
    public static FieldCatalogue parse(String name, String text) {
        return FieldsFile.fields(YamlFile.parse(name, text));
    }

    public Optional<Field> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All of them, in the order of the file: of several codes for one column the first that an answer has takes it. */
    public Collection<Field> all() {
        return byCode.values();
    }

    /** Columns that people have added, in the order of the file. */
    public List<ExtraColumn> extraColumns() {
        return extraColumns;
    }

    /** The place of a column in {@link Reading#values()}. */
    int place(ValueColumn column) {
        return column instanceof Column known ? known.ordinal() : Column.values().length + extraColumns.indexOf(column);
    }

    /** How many values a reading has room for. */
    int width() {
        return Column.values().length + extraColumns.size();
    }

    public FieldUnits units() {
        return units;
    }

    /**
     * Which of the codes that a channel's device type offers are worth asking for: all, those without a column and those unknown to the file included,
     * but not those marked {@code ask: false}. In the order offered, each once.
     */
    public List<String> toAsk(Collection<String> offered) {
        return offered.stream().distinct().filter(code -> find(code).map(Field::ask).orElse(true)).toList();
    }
}
