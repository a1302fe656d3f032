package io.wattline.field;

import io.wattline.reading.ValueColumn;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The units that responses may name, by the unit of the column: section {@code units} of {@code config/fields.yaml}.
 */
public final class FieldUnits {

    /** Stands for every unit where values are stored as they come. */
    static final String ANY = "*";

    private final Map<String, Map<String, UnitConversion>> byColumnUnit;

    FieldUnits(Map<String, Map<String, UnitConversion>> byColumnUnit) {
        this.byColumnUnit = byColumnUnit;
    }

    /**
     * The conversion from {@code unit} (empty where the response names none) to the unit of {@code column}; empty where
     * none is known.
     */
    public Optional<UnitConversion> conversion(ValueColumn column, String unit) {
        Map<String, UnitConversion> known = byColumnUnit.get(column.unit());
        return Optional.ofNullable(known.getOrDefault(unit, known.get(ANY)));
    }

    /**
     * The unit of a column to which all of these can be converted. A single unit without a conversion stands for
     * itself; else empty.
     */
    public Optional<String> common(Set<String> units) {
        Optional<String> ofColumns = byColumnUnit.entrySet().stream()
                .filter(each -> each.getValue().keySet().containsAll(units))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        return units.size() == 1 && ofColumns.isEmpty() ? Optional.of(units.iterator().next()) : ofColumns;
    }

    /** The units that can be converted for {@code column}. */
    public Set<String> known(ValueColumn column) {
        return byColumnUnit.get(column.unit()).keySet();
    }
}
