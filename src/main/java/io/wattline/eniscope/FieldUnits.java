package io.wattline.eniscope;

import io.wattline.reading.ValueColumn;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units that answers may name, by the unit of the column: section {@code units} of {@code config/fields.yaml}. */
public final class FieldUnits {

    /** Stands for every unit where a value is kept as it is sent. */
    static final String ANY = "*";

    private final Map<String, Map<String, UnitConversion>> byColumnUnit;

    FieldUnits(Map<String, Map<String, UnitConversion>> byColumnUnit) {
        this.byColumnUnit = byColumnUnit;
    }

    /** How a value in {@code unit} (empty: the answer names none) gets into the unit of {@code column}; empty where nobody knows: a finding, not a guess. */
    public Optional<UnitConversion> conversion(ValueColumn column, String unit) {
        Map<String, UnitConversion> known = byColumnUnit.get(column.unit());
        return Optional.ofNullable(known.getOrDefault(unit, known.get(ANY)));
    }

    /** The unit of a column into which all of these can be converted: their own where it is one that has no column yet; empty where nobody has said how. */
    public Optional<String> common(Set<String> units) {
        Optional<String> ofColumns = byColumnUnit.entrySet().stream().filter(each -> each.getValue().keySet().containsAll(units)).map(Map.Entry::getKey).sorted().findFirst();
        return units.size() == 1 && ofColumns.isEmpty() ? Optional.of(units.iterator().next()) : ofColumns;
    }

    /** The units that can be converted for {@code column}. */
    public Set<String> known(ValueColumn column) {
        return byColumnUnit.get(column.unit()).keySet();
    }
}
