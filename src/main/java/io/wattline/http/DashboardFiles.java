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
 * Hands out what a browser needs for the dashboard: files of this jar and the charting library's. Nothing in them is secret, and whoever is to type a token
 * must see the page first, so no token is needed for them. A browser keeps a file, but asks each time whether it is still the same ({@code ETag}, 304):
 * after an upgrade nobody runs old and new mixed.
 */
public final class DashboardFiles {

    private static final Pattern NAME = Pattern.compile("(?:[a-z]+/)?[A-Za-z-]+(?:\\.(?:esm|min))?\\.(?:css|js|svg)");
    private static final String LIBRARY = "uplot/";
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    private final Map<String, DashboardFile> files = new ConcurrentHashMap<>();
    private final String libraryFolder = "/META-INF/resources/webjars/uplot/" + libraryVersion() + "/dist/";

    /** The page itself. */
    public byte[] page(Map<String, Object> headers) {
        Object asked = headers.get("If-None-Match");
        headers.clear();
        return answer(headers, asked, find("index.html", "/dashboard/index.html"));
    }

    /** What the page is made of: {@code /dashboard/NAME}. 404 where there is no such file. */
    public byte[] file(Map<String, Object> headers) {
        Object asked = headers.get("If-None-Match");
        String name = String.valueOf(headers.get("CamelHttpPath")).replaceFirst("^/(?:dashboard/)?", "");
        headers.clear();
        if (!NAME.matcher(name).matches()) {
            return answer(headers, asked, Optional.empty());
        }
        return answer(headers, asked, find(name, name.startsWith(LIBRARY) ? libraryFolder + name.substring(LIBRARY.length()) : "/dashboard/" + name));
    }

    private Optional<DashboardFile> find(String name, String resource) {
        return Optional.ofNullable(files.computeIfAbsent(name, missing -> read(name, resource)));
    }

    private static DashboardFile read(String name, String resource) {
        try (InputStream in = DashboardFiles.class.getResourceAsStream(resource)) {
            return in == null ? null : DashboardFile.of(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the dashboard cannot be read: " + resource, e);
        }
    }

    private static byte[] answer(Map<String, Object> headers, Object asked, Optional<DashboardFile> found) {
        if (found.isEmpty()) {
            headers.put("CamelHttpResponseCode", NOT_FOUND);
            return new byte[0];
        }
        DashboardFile file = found.get();
        headers.put("Content-Type", file.type());
        headers.put("ETag", file.tag());
        if (file.tag().equals(asked)) {
            headers.put("CamelHttpResponseCode", NOT_MODIFIED);
            return new byte[0];
        }
        return file.content();
    }

    /** From what Maven writes into the library's jar, so that its version stands in one place. */
    private static String libraryVersion() {
        Properties properties = new Properties();
        try (InputStream in = DashboardFiles.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The charting library's version cannot be read", e);
        }
        return properties.getProperty("version");
    }
}
