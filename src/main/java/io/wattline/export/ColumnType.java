package io.wattline.export;

/** What the values of a column are. */
public enum ColumnType {
    /** {@link String}, and whatever is written as text. */
    TEXT,
    /** {@link Long} or {@link Integer}. */
    WHOLE,
    /** {@link Double} or {@link java.math.BigDecimal}. */
    NUMBER,
    /** {@link java.time.Instant}. */
    TIME,
    /** {@link java.time.LocalDate}. */
    DAY,
    /** {@link Boolean}. */
    FLAG;

    /** @param sqlType name of a type of PostgreSQL, such as {@code float8} */
    static ColumnType of(String sqlType) {
        return switch (sqlType) {
            case "int2", "int4", "int8" -> WHOLE;
            case "float4", "float8", "numeric" -> NUMBER;
            case "timestamptz" -> TIME;
            case "date" -> DAY;
            case "bool" -> FLAG;
            default -> TEXT;
        };
    }
}
