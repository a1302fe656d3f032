package io.wattline.http;

import io.wattline.database.NamedSql;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables as CSV files. Each export holds a connection for as long as the client reads, so only a few run at once. */
public final class CsvExports {

    private static final Logger LOG = LoggerFactory.getLogger(CsvExports.class);
    private static final int RUNNING_MAX = 2;

    private final DataSource database;
    private final Map<String, String> units;
    private final Semaphore free = new Semaphore(RUNNING_MAX);
    private final Set<CsvStream> open = ConcurrentHashMap.newKeySet();

    /** @param units by column name */
    public CsvExports(DataSource database, Map<String, String> units) {
        this.database = database;
        this.units = units;
    }

    /** @param name of the file, without its ending */
    ApiResponse csv(String name, NamedSql statement, Map<String, Object> values) throws SQLException, ProblemException {
        if (!free.tryAcquire()) {
            throw ProblemException.busy("Export limit reached (" + RUNNING_MAX + " running); try again later");
        }
        values.put("limit", null);
        values.put("after", null);
        CsvStream stream = CsvStream.open(database, statement, values, column -> CsvCells.header(column, units),
                free::release);
        open.removeIf(CsvStream::isClosed);
        open.add(stream);
        return new ApiResponse(200, "text/csv; charset=utf-8; header=present",
                Map.of("Content-Disposition", "attachment; filename=\"" + name + ".csv\""), stream);
    }

    /** Closes the exports that their clients have stopped reading. */
    public void closeIdle(Duration idleMax) {
        for (CsvStream stream : open) {
            if (stream.isIdle(idleMax)) {
                try {
                    stream.close();
                } catch (IOException e) {
                    LOG.debug("The connection of an abandoned export failed: {}", e.getMessage());
                }
            }
        }
        open.removeIf(CsvStream::isClosed);
    }

    /** Number of exports that are running. */
    int running() {
        return RUNNING_MAX - free.availablePermits();
    }
}
