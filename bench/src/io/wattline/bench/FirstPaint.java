package io.wattline.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What somebody sees who opens the dashboard: a service over the database of the bench, and pages of it in a headless
 * Chromium ({@code FirstPaintTest}).
 */
final class FirstPaint {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM_BIN", "/usr/bin/chromium"));
    private static final String NEVER = "0 0 0 1 1 ? 2099";

    private final Path project;
    private final Path work;

    FirstPaint(Path project, Path work) {
        this.project = project;
        this.work = work;
    }

    /** Prints a table; without a browser it says so. */
    void measure(String databaseUrl, int channelId) throws IOException, InterruptedException {
        if (!Files.isExecutable(CHROMIUM)) {
            System.out.printf("%nno page was opened: there is no Chromium at %s; install Debian's package chromium, "
                    + "or set CHROMIUM_BIN%n", CHROMIUM);
            return;
        }
        String url = "http://127.0.0.1:" + freePort();
        try (Child wattline = Child.start(
                "run", List.of(project.resolve("wattline").toString(), "run"), settings(databaseUrl, url), work)) {
            untilReady(wattline, URI.create(url + "/health/ready"));
            try (Child browser = Child.start(
                    "browser",
                    List.of(
                            project.resolve("mvnw").toString(),
                            "-q",
                            "-f",
                            project.resolve("pom.xml").toString(),
                            "test",
                            "-Dtest=FirstPaintTest",
                            "-Dmaven.test.redirectTestOutputToFile=false",
                            "-Dwattline.first-paint.of=" + url,
                            "-Dwattline.first-paint.channel=" + channelId),
                    Map.of(),
                    work)) {
                browser.mustEndWell();
                System.out.println();
                browser.output().lines().filter(line -> line.startsWith("|")).forEach(System.out::println);
            }
        }
    }

    /** The source is not there and nobody asks it: what is measured is what people wait for. */
    private Map<String, String> settings(String databaseUrl, String url) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "DATABASE_URL",
                databaseUrl,
                "WATTLINE_HOME",
                work.resolve("home").toString(),
                "WATTLINE_HTTP_PORT",
                url.replaceFirst(".*:", ""),
                "ENISCOPE_API_URL",
                "http://127.0.0.1:9/v1",
                "ENISCOPE_API_KEY",
                "none",
                "ENISCOPE_EMAIL",
                "none@example.org",
                "ENISCOPE_PASSWORD",
                "none-at-all"));
        for (String cron : List.of(
                "READINGS_POLL_CRON",
                "GAPS_FIND_CRON",
                "GAPS_FIND_ALL_CRON",
                "BACKFILL_GAPS_CRON",
                "ESTIMATION_CRON",
                "VIEWS_REFRESH_CRON",
                "ALERTS_CRON")) {
            settings.put(cron, NEVER);
        }
        return settings;
    }

    private static void untilReady(Child wattline, URI ready) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        while (wattline.isAlive()) {
            try {
                if (http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (java.net.ConnectException e) {
                // not yet
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        wattline.mustEndWell();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
