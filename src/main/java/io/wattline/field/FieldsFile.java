package io.wattline.field;

import io.wattline.reading.Column;
import io.wattline.reading.ExtraColumn;
import io.wattline.yaml.YamlValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code config/fields.yaml}. */
final class FieldsFile {

    private static final Set<String> KEYS = Set.of("label", "kind", "unit", "column", "ask", "catalogued");

    private FieldsFile() {
    }

    static FieldCatalogue fields(YamlValue root, Set<String> noFields) {
        Map<String, YamlValue> sections = root.entries(Set.of("units", "columns", "fields"));
        Map<String, ExtraColumn> columns = new LinkedHashMap<>();
        if (sections.containsKey("columns")) {
            sections.get("columns").entries().forEach((name, unit) -> columns.put(name, column(name, unit)));
        }
        Map<String, Field> byCode = new LinkedHashMap<>();
        root.need("fields").entries().forEach((code, value) -> byCode.put(code, field(code, value, columns, noFields)));
        return new FieldCatalogue(byCode, List.copyOf(columns.values()), units(root.need("units"), columns.values()));
    }

    private static ExtraColumn column(String name, YamlValue unit) {
        if (Arrays.stream(Column.values()).anyMatch(known -> known.sqlName().equals(name))) {
            throw unit.error(
                    "column '" + name + "', which every installation has", "columns that your own migration has added");
        }
        return unit.as(
                "the unit of a column whose name has lower-case letters, digits and _",
                text -> new ExtraColumn(name, text));
    }

    private static Field field(String code, YamlValue value, Map<String, ExtraColumn> columns, Set<String> noFields) {
        Map<String, YamlValue> entries = value.entries(KEYS);
        if (noFields.contains(code)) {
            throw value.error("field '" + code + "'", "no entry for it: it is the timestamp of every record");
        }
        return new Field(
                code,
                value.need("label").text(),
                value.need("kind").as("counter or instant", FieldsFile::kind),
                entries.containsKey("unit") ? entries.get("unit").text() : "",
                entries.containsKey("column")
                        ? entries.get("column")
                                .as(
                                        "a value column of table readings " + names() + ", or one of section columns "
                                                + columns.keySet(),
                                        name -> columns.containsKey(name) ? columns.get(name) : Column.of(name))
                        : null,
                !entries.containsKey("ask") || entries.get("ask").flag(),
                !entries.containsKey("catalogued") || entries.get("catalogued").flag());
    }

    private static Field.Kind kind(String text) {
        return switch (text) {
            case "counter" -> Field.Kind.COUNTER;
            case "instant" -> Field.Kind.INSTANT;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String names() {
        return Arrays.stream(Column.values()).map(Column::sqlName).toList().toString();
    }

    /**
     * An added column may have a unit of its own. Then it accepts values in this unit only, unless the section has an
     * entry for it.
     */
    private static FieldUnits units(YamlValue value, Collection<ExtraColumn> added) {
        Set<String> wanted = Arrays.stream(Column.values()).map(Column::unit).collect(Collectors.toSet());
        Set<String> allowed = new HashSet<>(wanted);
        Map<String, Map<String, UnitConversion>> byColumnUnit = new LinkedHashMap<>();
        added.forEach(column -> {
            allowed.add(column.unit());
            byColumnUnit.put(column.unit(), Map.of(column.unit(), UnitConversion.NONE));
        });
        Map<String, YamlValue> entries = value.entries(allowed);
        for (String unit : allowed) {
            if (!entries.containsKey(unit) && !wanted.contains(unit)) {
                continue;
            }
            if (!entries.containsKey(unit)) {
                throw value.error(
                        "no conversions to '" + unit + "'",
                        "one entry for every unit of a column: "
                                + wanted.stream().sorted().toList());
            }
            Map<String, UnitConversion> conversions = new LinkedHashMap<>();
            entries.get(unit).entries().forEach((from, conversion) -> conversions.put(from, conversion(conversion)));
            byColumnUnit.put(unit, conversions);
        }
        return new FieldUnits(byColumnUnit);
    }

    private static UnitConversion conversion(YamlValue value) {
        String allowed = "a factor other than 0 such as 1000 or 1/1000, or {subtract: 32, factor: 5/9}";
        if (value.isMap()) {
            value.entries(Set.of("subtract", "factor"));
            double subtract = value.need("subtract").number();
            return value.need("factor").as(allowed, text -> UnitConversion.factor(text, subtract));
        }
        return value.as(allowed, text -> UnitConversion.factor(text, 0));
    }
}
