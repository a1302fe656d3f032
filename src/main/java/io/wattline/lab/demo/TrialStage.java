package io.wattline.lab.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where routes are tried out: a PostgreSQL of its own, unless there is another, and a folder for each side; all of it
 * is gone in the end.
 */
public final class TrialStage implements AutoCloseable {

    private final Path folder;
    private final EmbeddedDatabase database;
    private final String url;

    private TrialStage(Path folder, EmbeddedDatabase database, String url) {
        this.folder = folder;
        this.database = database;
        this.url = url;
    }

    /** @param url of a database in which schemas may be made; null starts one here */
    public static TrialStage set(String url) {
        if (url == null) {
            DemoLibraries.require("routes try", "With --in-database, routes try uses the database of DATABASE_URL. ");
        }
        try {
            Path folder = Files.createTempDirectory("wattline-trial");
            EmbeddedDatabase database = url == null ? EmbeddedDatabase.start(folder.resolve("postgres"), 0) : null;
            return new TrialStage(folder, database, url == null ? database.url() : url);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for a trial: " + e.getMessage(), e);
        }
    }

    /** The address of the database with one of its schemas. */
    public String url(String schema) {
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    /** Writes down the routes of a side, and gives the settings that are its own. */
    public Map<String, String> side(String schema, Map<Path, String> routes) {
        try {
            Path side = Files.createDirectories(folder.resolve(schema));
            Path own = Files.createDirectories(side.resolve("routes"));
            for (Map.Entry<Path, String> each : routes.entrySet()) {
                Files.writeString(own.resolve(each.getKey().getFileName()), each.getValue());
            }
            return Map.of(
                    "routes.directory",
                    own.toString(),
                    "spool.directory",
                    side.resolve("spool").toString(),
                    "database.url",
                    url(schema));
        } catch (IOException e) {
            throw new UncheckedIOException("The routes of a trial cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (EmbeddedDatabase stopped = database) {
            // stopped first, its folder deleted then
        }
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "What a trial has left in " + folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
