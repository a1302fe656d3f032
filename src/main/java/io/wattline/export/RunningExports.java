package io.wattline.export;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The exports of a process. Each holds a connection for as long as its client reads, so only a few run at once. */
public final class RunningExports {

    private static final Logger LOG = LoggerFactory.getLogger(RunningExports.class);

    private final int most;
    private final Semaphore free;
    private final Set<ExportStream> open = ConcurrentHashMap.newKeySet();

    /** @param most that run at once */
    public RunningExports(int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    /** @throws ExportLimitException where too many run */
    public ExportStream start(RowSource source, RowFormat format) throws SQLException, ExportLimitException {
        if (!free.tryAcquire()) {
            throw new ExportLimitException(most);
        }
        ExportStream stream = ExportStream.open(source, format, free::release);
        open.removeIf(ExportStream::isClosed);
        open.add(stream);
        return stream;
    }

    /** Closes the exports that their clients have stopped reading. */
    public void closeIdle(Duration idleMax) {
        for (ExportStream stream : open) {
            if (stream.isIdle(idleMax)) {
                try {
                    stream.close();
                } catch (IOException e) {
                    LOG.debug("The connection of an abandoned export failed: {}", e.getMessage());
                }
            }
        }
        open.removeIf(ExportStream::isClosed);
    }

    /** Number of exports that are running. */
    public int running() {
        return most - free.availablePermits();
    }
}
