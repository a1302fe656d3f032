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

/** Tables as files: a few at once, since each has a connection for as long as somebody reads it. */
public final class Exports {

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final int AT_ONCE_MAX = 2;

    private final DataSource database;
    private final Map<String, String> units;
    private final Semaphore free = new Semaphore(AT_ONCE_MAX);
    private final Set<CsvStream> open = ConcurrentHashMap.newKeySet();

    /** @param units of columns whose names may not say them */
    public Exports(DataSource database, Map<String, String> units) {
        this.database = database;
        this.units = units;
    }

    /** @param name of the file, without ending */
    HttpReply csv(String name, NamedSql statement, Map<String, Object> values) throws SQLException, ProblemException {
        if (!free.tryAcquire()) {
            throw ProblemException.busy(AT_ONCE_MAX + " exports are under way, which is as many as are made at once; try again in a while");
        }
        values.put("limit", null);
        values.put("after", null);
        CsvStream stream = CsvStream.open(database, statement, values, column -> Csv.header(column, units), free::release);
        open.removeIf(CsvStream::isClosed);
        open.add(stream);
        return new HttpReply(200, "text/csv; charset=utf-8; header=present", Map.of("Content-Disposition", "attachment; filename=\"" + name + ".csv\""), stream);
    }

    /** Ends those that nobody has read on for a while: whoever asked has gone. */
    public void closeIdle(Duration idleMax) {
        for (CsvStream stream : open) {
            if (stream.isIdle(idleMax)) {
                try {
                    stream.close();
                } catch (IOException e) {
                    LOG.debug("An export that nobody reads was broken: {}", e.getMessage());
                }
            }
        }
        open.removeIf(CsvStream::isClosed);
    }

    /** How many are under way. */
    int underWay() {
        return AT_ONCE_MAX - free.availablePermits();
    }
}
