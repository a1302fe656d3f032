package io.wattline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The yardstick: the rows that the pipeline has kept, rendered beforehand, through COPY into the same table of another
 * database.
 */
final class Copy {

    /** Columns that the pipeline writes; the others have defaults or are generated. */
    private static final String COLUMNS =
            """
            select string_agg(quote_ident(attname), ', ' order by attnum)
              from pg_attribute where attrelid = 'readings'::regclass and attnum > 0
              and not attisdropped and attgenerated = ''
                and attname not in ('id', 'created_at', 'updated_at', 'data_quality_before')""";

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Postgres postgres;
    private final Path file;
    private final String columns;
    private final String format;

    private Copy(Postgres postgres, Path file, String columns, String format) {
        this.postgres = postgres;
        this.file = file;
        this.columns = columns;
        this.format = format;
    }

    /** Renders the rows of a database in the order in which they lie there. */
    static Copy render(Postgres postgres, String database, String format, Path file) throws SQLException, IOException {
        Copy copy = new Copy(postgres, file, postgres.text(database, COLUMNS), format);
        try (Connection connection = postgres.connection(database); OutputStream out = Files.newOutputStream(file)) {
            manager(connection).copyOut("copy (select " + copy.columns + " from readings "
                    + "order by ctid) to stdout (format " + format + ")", out);
        }
        return copy;
    }

    Outcome into(String database) throws SQLException, IOException {
        try (Connection connection = postgres.connection(database); InputStream in = Files.newInputStream(file)) {
            Usage from = usage();
            long start = System.nanoTime();
            long rows = manager(connection)
                    .copyIn("copy readings (" + columns + ") from stdin (format " + format + ")", in, BUFFER_BYTES);
            double seconds = (System.nanoTime() - start) / 1e9;
            return usage().since(from).outcome(rows, seconds);
        }
    }

    private Usage usage() {
        return new Usage(
                postgres.cpuSeconds(),
                ProcessTimes.cpuSeconds(ProcessHandle.current().pid()),
                0,
                ProcessTimes.machineCpuSeconds(),
                0);
    }

    private static CopyManager manager(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
