package io.wattline.lab.demo;

import io.wattline.http.HttpSettings;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything around the service that a demo needs on this machine: PostgreSQL, a mail server, a catcher of webhooks,
 * and a folder of its own.
 */
public final class DemoStage implements AutoCloseable {

    private static final Map<String, String> ON_THIS_MACHINE = Map.of("wattline.http.host", "127.0.0.1");

    private final FileChannel lock;
    private final EmbeddedDatabase database;
    private final MailCatcher mail;
    private final WebhookCatcher webhooks;
    private final int httpPort;

    private DemoStage(
            FileChannel lock, EmbeddedDatabase database, MailCatcher mail, WebhookCatcher webhooks, int httpPort) {
        this.lock = lock;
        this.database = database;
        this.mail = mail;
        this.webhooks = webhooks;
        this.httpPort = httpPort;
    }

    /**
     * Sets the stage; {@code fresh} throws away what earlier demos kept, and nothing else. {@link
     * IllegalStateException} where another demo runs here.
     */
    public static DemoStage set(Settings settings, boolean fresh) {
        DemoLibraries.require("demo", "");
        Path folder = folder(settings.home());
        try {
            Files.createDirectories(folder);
            FileChannel lock = lock(folder);
            if (fresh) {
                LeftBehind.stopServer(folder.resolve("postgres"));
                Folders.delete(folder.resolve("postgres"));
                Folders.delete(folder.resolve("spool"));
            }
            return new DemoStage(
                    lock,
                    EmbeddedDatabase.start(
                            folder.resolve("postgres"),
                            settings.of(DemoSettings.class).databasePort()),
                    MailCatcher.start(),
                    WebhookCatcher.start(),
                    Ports.freeOr(settings.with(ON_THIS_MACHINE)
                            .of(HttpSettings.class)
                            .port()));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** What the demo keeps: {@code data/demo} of the home. */
    static Path folder(Path home) {
        return home.resolve("data").resolve("demo");
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new IllegalStateException("Another demo runs on " + folder + "; allowed: one at a time. Stop it, or "
                    + "set WATTLINE_HOME to another folder."
                    + " Nothing was started.");
        }
        return channel;
    }

    /** The addresses, as settings that win over files and environment: a demo talks to this machine only. */
    public Map<String, String> overrides() {
        Map<String, String> overrides = new HashMap<>(Map.of(
                "database.url",
                database.url(),
                "smtp.host",
                "127.0.0.1",
                "smtp.port",
                Integer.toString(mail.port()),
                "smtp.tls",
                "none",
                "smtp.username",
                "",
                "smtp.password",
                "",
                "slack.webhook.url",
                webhooks.slackUrl(),
                "pagerduty.events-url",
                webhooks.pagerDutyUrl()));
        overrides.put("pagerduty.routing-key", "demo-routing-key-0c2e");
        overrides.putAll(ON_THIS_MACHINE);
        overrides.put("wattline.http.port", Integer.toString(httpPort));
        return overrides;
    }

    public EmbeddedDatabase database() {
        return database;
    }

    public MailCatcher mail() {
        return mail;
    }

    public WebhookCatcher webhooks() {
        return webhooks;
    }

    @Override
    public void close() {
        try (lock; database; mail; webhooks) {
            // Closed in the opposite order, each whatever becomes of the others.
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's lock cannot be given back", e);
        }
    }
}
