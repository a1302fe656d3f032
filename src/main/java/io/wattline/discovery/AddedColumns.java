package io.wattline.discovery;

import io.wattline.database.Sql;
import io.wattline.reading.ExtraColumn;
import java.util.List;

/**
 * Checks that table {@code readings} has the columns that section {@code columns} of {@code config/fields.yaml} names.
 */
public final class AddedColumns {

    private AddedColumns() {
    }

    /** {@link IllegalStateException} names the columns that the table lacks, without which nothing can be stored. */
    public static void mustBeThere(Sql sql, List<ExtraColumn> columns) {
        if (columns.isEmpty()) {
            return;
        }
        List<String> there = sql.all(
                "select attname::text from pg_attribute where attrelid = 'readings'::regclass and attnum > 0 and not"
                        + " attisdropped",
                row -> row.getString(1));
        List<String> missing = columns.stream()
                .map(ExtraColumn::sqlName)
                .filter(name -> !there.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Section columns of config/fields.yaml names " + missing
                    + ", which table readings does not have; add each with a migration in config/migration"
                    + " (./wattline map-fields --propose prints it), or take it out of the file. Nothing was"
                    + " started.");
        }
    }
}
