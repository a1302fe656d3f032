package io.wattline.reading;

/**
 * A column of table {@code readings} that keeps one value of a reading: one that the domain knows ({@link Column}), or
 * an {@link ExtraColumn}.
 */
public interface ValueColumn {

    /** The column's name in PostgreSQL, and in {@code config/fields.yaml}. */
    String sqlName();

    /** The unit in which the column is kept. */
    String unit();
}
