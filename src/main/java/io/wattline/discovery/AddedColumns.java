package io.wattline.discovery;

import io.wattline.reading.ExtraColumn;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Columns that people have named in {@code config/fields.yaml} and must have added to the table as well. */
public final class AddedColumns {

    private AddedColumns() {
    }

    /** {@link IllegalStateException} names those that table readings lacks: nothing could be kept. */
    public static void mustBeThere(DataSource database, List<ExtraColumn> columns) {
        if (columns.isEmpty()) {
            return;
        }
        List<String> there = new JdbcTemplate(database).queryForList("select attname::text from pg_attribute where attrelid = 'readings'::regclass and attnum > 0 and not attisdropped",
                String.class);
        List<String> missing = columns.stream().map(ExtraColumn::sqlName).filter(name -> !there.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Section columns of config/fields.yaml names " + missing + ", which table readings does not have; add each with a migration in "
                    + "db/migration (./wattline map-fields --propose prints it), or take it out of the file. Nothing was started.");
        }
    }
}
