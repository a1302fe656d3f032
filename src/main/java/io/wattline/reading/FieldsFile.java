package io.wattline.reading;

import io.wattline.yaml.YamlValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code config/fields.yaml}. */
final class FieldsFile {

    private static final Set<String> KEYS = Set.of("label", "kind", "unit", "column", "ask", "catalogued");

    private FieldsFile() {
    }

    static Fields fields(YamlValue root) {
        root.entries(Set.of("units", "fields"));
        Map<String, Field> byCode = new LinkedHashMap<>();
        root.need("fields").entries().forEach((code, value) -> byCode.put(code, field(code, value)));
        return new Fields(byCode, units(root.need("units")));
    }

    private static Field field(String code, YamlValue value) {
        Map<String, YamlValue> entries = value.entries(KEYS);
        if (code.equals(RecordReader.TIMESTAMP)) {
            throw value.error("field 'ts'", "no entry for it: it is the timestamp of every record");
        }
        return new Field(code, value.need("label").text(), value.need("kind").as("counter or instant", FieldsFile::kind),
                entries.containsKey("unit") ? entries.get("unit").text() : "",
                entries.containsKey("column") ? entries.get("column").as("a value column of table readings " + columns(), Column::of) : null,
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

    private static String columns() {
        return Arrays.stream(Column.values()).map(Column::sqlName).toList().toString();
    }

    private static Units units(YamlValue value) {
        Set<String> wanted = Arrays.stream(Column.values()).map(Column::unit).collect(Collectors.toSet());
        Map<String, YamlValue> entries = value.entries(wanted);
        Map<String, Map<String, Conversion>> byColumnUnit = new LinkedHashMap<>();
        for (String unit : wanted) {
            if (!entries.containsKey(unit)) {
                throw value.error("no conversions to '" + unit + "'", "one entry for every unit of a column: " + wanted.stream().sorted().toList());
            }
            Map<String, Conversion> conversions = new LinkedHashMap<>();
            entries.get(unit).entries().forEach((from, conversion) -> conversions.put(from, conversion(conversion)));
            byColumnUnit.put(unit, conversions);
        }
        return new Units(byColumnUnit);
    }

    private static Conversion conversion(YamlValue value) {
        String allowed = "a factor other than 0 such as 1000 or 1/1000, or {subtract: 32, factor: 5/9}";
        if (value.isMap()) {
            value.entries(Set.of("subtract", "factor"));
            double subtract = value.need("subtract").number();
            return value.need("factor").as(allowed, text -> Conversion.factor(text, subtract));
        }
        return value.as(allowed, text -> Conversion.factor(text, 0));
    }
}
