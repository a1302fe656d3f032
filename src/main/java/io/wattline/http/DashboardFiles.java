package io.wattline.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves the files of the dashboard: those of this jar and those of the charting library. They hold nothing secret, and
 * a person has to see the page before typing the token, so they need no token. A browser keeps a file but revalidates
 * it each time ({@code ETag}, 304), so that old and new files are not mixed after an upgrade.
 */
public final class DashboardFiles {

    private static final Pattern NAME = Pattern.compile("(?:[a-z]+/)?[A-Za-z-]+(?:\\.(?:esm|min))?\\.(?:css|js|svg)");
    private static final String LIBRARY = "uplot/";
    private static final String LIBRARY_POM = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    private final Map<String, DashboardFile> files = new ConcurrentHashMap<>();
    private final String libraryFolder = "/META-INF/resources/webjars/uplot/" + libraryVersion() + "/dist/";

    /** The page itself, {@code index.html}. */
    public byte[] page(Map<String, Object> headers) {
        Object known = headers.get("If-None-Match");
        headers.clear();
        return respond(headers, known, find("index.html", "/dashboard/index.html"));
    }

    /** The file of {@code /dashboard/NAME}; 404 where it does not exist. */
    public byte[] file(Map<String, Object> headers) {
        Object known = headers.get("If-None-Match");
        String name = String.valueOf(headers.get("CamelHttpPath")).replaceFirst("^/(?:dashboard/)?", "");
        headers.clear();
        if (!NAME.matcher(name).matches()) {
            return respond(headers, known, Optional.empty());
        }
        boolean isLibrary = name.startsWith(LIBRARY);
        String resource = isLibrary ? libraryFolder + name.substring(LIBRARY.length()) : "/dashboard/" + name;
        return respond(headers, known, find(name, resource));
    }

    private Optional<DashboardFile> find(String name, String resource) {
        return Optional.ofNullable(files.computeIfAbsent(name, missing -> read(name, resource)));
    }

    private static DashboardFile read(String name, String resource) {
        try (InputStream in = DashboardFiles.class.getResourceAsStream(resource)) {
            return in == null ? null : DashboardFile.of(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Dashboard file " + resource + " cannot be read", e);
        }
    }

    private static byte[] respond(Map<String, Object> headers, Object known, Optional<DashboardFile> found) {
        if (found.isEmpty()) {
            headers.put("CamelHttpResponseCode", NOT_FOUND);
            return new byte[0];
        }
        DashboardFile file = found.get();
        headers.put("Content-Type", file.type());
        headers.put("ETag", file.tag());
        if (file.tag().equals(known)) {
            headers.put("CamelHttpResponseCode", NOT_MODIFIED);
            return new byte[0];
        }
        return file.content();
    }

    /** Read from the library's jar, so that the version is stated only in the pom. */
    private static String libraryVersion() {
        Properties properties = new Properties();
        try (InputStream in = DashboardFiles.class.getResourceAsStream(LIBRARY_POM)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The version of the charting library cannot be read", e);
        }
        return properties.getProperty("version");
    }
}
