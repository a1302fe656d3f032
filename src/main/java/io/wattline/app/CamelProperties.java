package io.wattline.app;

import io.wattline.backfill.BackfillSettings;
import io.wattline.eniscope.FieldCatalogue;
import io.wattline.http.HttpServer;
import io.wattline.reading.KeepStatement;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * What routes and Camel itself read: our settings, and what follows from them. Secrets are left out, since Camel's start-up log shows
 * placeholders; beans hand them to those who need them.
 */
final class CamelProperties {

    private final Settings settings;
    private final Parts.Mode mode;
    private final Properties properties = new Properties();

    private CamelProperties(Settings settings, Parts.Mode mode) {
        this.settings = settings;
        this.mode = mode;
    }

    static Properties of(Settings settings, Parts.Mode mode) {
        return new CamelProperties(settings, mode).build();
    }

    private Properties build() {
        properties.putAll(settings.openProperties());
        putCamel();
        putHttp();
        putSource();
        put("timers.start", mode == Parts.Mode.TIMERS);
        FieldCatalogue fields = FieldCatalogue.parse("config/fields.yaml", ConfigFile.read(settings.home(), "config/fields.yaml").text());
        put("readings.keep.parameters", KeepStatement.of(ConfigFile.ofProgram("db/sql/readings-keep.sql").text(), fields.extraColumns()).parameters());
        put("spool.directory", settings.path("spool.directory"));
        put("spool.delay.millis", settings.duration("spool.delay").toMillis());
        put("smtp.endpoint", smtpEndpoint());
        put("slack.endpoint", secretEndpoint("slack.webhook.url", "slack"));
        put("heartbeat.endpoint", secretEndpoint("heartbeat.url", "heartbeat"));
        put("pagerduty.endpoint", secretEndpoint("pagerduty.events-url", "pagerduty"));
        put("backfill.workers", BackfillSettings.workers(settings.count("backfill.parallel"), settings.count("api.requests-in-flight")));
        put("backfill.pace.millis", BackfillSettings.paceMillis(settings.count("api.requests-per-second"), settings.count("backfill.share")));
        return properties;
    }

    private void putCamel() {
        put("camel.main.name", "wattline");
        Path routes = settings.path("routes.directory");
        put("camel.main.routes-include-pattern", (Files.isDirectory(routes) ? "file:" + real(routes) : "classpath:routes") + "/*.camel.yaml");
        put("camel.main.base-package-scan-enabled", false);
        put("camel.main.stream-caching-enabled", false);
        put("camel.main.auto-configuration-log-summary", false);
        put("camel.main.startup-summary-level", "brief");
        put("camel.main.jmx-enabled", true);
        // said, because the rehearsals of the canary are another one
        put("camel.component.sql.data-source", "#dataSource");
        // close() must be done within 10 s: polls have had theirs (RunningService), what else is in hand gets this
        put("camel.main.shutdown-timeout", 3);
        put("camel.main.shutdown-log-inflight-exchanges-on-timeout", false);
    }

    /** Camel does not follow a folder that is a symbolic link. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("The routes in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void putHttp() {
        put("camel.server.enabled", mode == Parts.Mode.TIMERS);
        put("camel.server.host", settings.text("wattline.http.host"));
        put("camel.server.port", settings.count("wattline.http.port"));
        put("camel.server.max-body-size", HttpServer.BODY_MAX_BYTES);
        for (String component : new String[] {"http", "https"}) {
            String prefix = "camel.component." + component + ".";
            put(prefix + "connect-timeout", settings.duration("api.connect-timeout").toMillis());
            put(prefix + "response-timeout", settings.duration("api.response-timeout").toMillis());
            put(prefix + "so-timeout", settings.duration("api.response-timeout").toMillis());
            put(prefix + "connections-per-route", settings.count("api.requests-in-flight"));
            put(prefix + "automatic-retries-disabled", true);
            put(prefix + "cookie-management-disabled", true);
        }
    }

    private void putSource() {
        URI base = baseUrl(settings);
        put("api.endpoint", base.getScheme() + "://" + base.getRawAuthority()
                + "?throwExceptionOnFailure=false&disableStreamCache=true&httpClientConfigurer=#httpClient");
        put("api.retry.delay.millis", settings.duration("api.retry.delay").toMillis());
        put("api.retry.delay-max.millis", settings.duration("api.retry.delay-max").toMillis());
        put("api.breaker.wait.seconds", Math.max(1, settings.duration("api.breaker.wait").toSeconds()));
        Duration logIn = settings.duration("api.connect-timeout").plus(settings.duration("api.answer-timeout"));
        // one that is under way, and one more
        put("api.login.timeout.millis", logIn.multipliedBy(2).toMillis());
    }

    /** The base URL with {@code /v1}, which people may leave out. */
    static URI baseUrl(Settings settings) {
        String url = settings.text("eniscope.api.url").replaceAll("/+$", "");
        return URI.create(url.endsWith("/v1") ? url : url + "/v1");
    }

    private String smtpEndpoint() {
        String tls = settings.text("smtp.tls");
        String host = settings.has("smtp.host") ? settings.text("smtp.host") : "localhost";
        String endpoint = (tls.equals("tls") ? "smtps" : "smtp") + "://" + host + ":" + settings.count("smtp.port") + "?connectionTimeout=30000";
        if (tls.equals("starttls")) {
            endpoint += "&mail.smtp.starttls.enable=true&mail.smtp.starttls.required=true";
        }
        return settings.has("smtp.username") ? endpoint + "&authenticator=#mailAccount" : endpoint;
    }

    /** The address itself is a secret and comes as a header. */
    private String secretEndpoint(String key, String name) {
        return (settings.text(key).startsWith("http:") ? "http:" : "https:") + name + "?throwExceptionOnFailure=false";
    }

    private void put(String key, Object value) {
        properties.setProperty(key, String.valueOf(value));
    }
}
