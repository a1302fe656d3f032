package io.wattline.lab.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process that was killed leaves in the folder of an embedded PostgreSQL: a server that still runs, its pid
 * file, a half-made cluster.
 */
final class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final long STOP_SECONDS_MAX = 20;

    private LeftBehind() {
    }

    /** Leaves the folder ready for a start: a complete cluster without a server, or nothing at all. */
    static void clear(Path folder, String completeMarker) throws IOException {
        stopServer(folder);
        if (!Files.exists(folder.resolve(completeMarker)) && !Folders.isEmpty(folder)) {
            LOG.warn("The PostgreSQL in {} was never finished, so it holds nothing: it is made anew", folder);
            Folders.delete(folder);
            Files.createDirectories(folder);
        }
    }

    /** Stops the server, takes away the pid file of one that is gone. */
    static void stopServer(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> running =
                pid(pidFile).flatMap(ProcessHandle::of).filter(process -> servesFrom(process, folder));
        if (running.isPresent()) {
            LOG.warn(
                    "A PostgreSQL that an earlier demo left behind still runs on {} as process {}; it is stopped",
                    folder,
                    running.get().pid());
            stop(running.get());
        }
        // Its number may belong to another process by now, and PostgreSQL would then refuse to start.
        Files.deleteIfExists(pidFile);
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")
                ? Optional.empty()
                : Optional.of(Long.parseLong(lines.get(0).strip()));
    }

    /** A process whose command line cannot be read is taken for a stranger: it is left alone. */
    private static boolean servesFrom(ProcessHandle process, Path folder) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(folder.toString());
    }

    /** SIGINT is PostgreSQL's fast shutdown: it does not wait for sessions. */
    private static void stop(ProcessHandle server) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
            server.onExit().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL process " + server.pid() + " stops", e);
        } catch (ExecutionException e) {
            throw new IOException("PostgreSQL process " + server.pid() + " does not stop", e);
        }
    }
}
