package io.wattline.cli;

import io.wattline.app.WattlineSettings;
import io.wattline.lab.demo.DemoLedger;
import io.wattline.lab.demo.DemoStage;
import io.wattline.lab.demo.DemoTallies;
import io.wattline.lab.demo.DemoTally;
import io.wattline.lab.demo.ScaledClock;
import io.wattline.lab.demo.Simulation;
import io.wattline.settings.Durations;
import io.wattline.settings.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The output of the demo. */
final class DemoScreen {

    private static final Duration FILLING_EVERY = Duration.ofSeconds(1);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(2);

    private final Terminal terminal;
    private final DemoStage stage;
    private final ScaledClock clock;
    private final Instant startedAt = Instant.now();
    private DemoTally first;
    private DemoTally last = DemoTally.none();
    private Instant filledAt;
    private long recovered;
    private long late;

    DemoScreen(Terminal terminal, DemoStage stage, ScaledClock clock) {
        this.terminal = terminal;
        this.stage = stage;
        this.clock = clock;
    }

    /** Prints the addresses of everything that runs. */
    void introduce(Settings settings) {
        terminal.line("  API         " + WattlineSettings.sourceUrl(settings) + " (simulated, with faults)");
        terminal.line("  PostgreSQL  " + stage.database().address());
        terminal.line("  dashboard   " + Addresses.http(settings) + "/ (also API, health and metrics)");
        terminal.line("  mail        caught at 127.0.0.1:" + stage.mail().port() + "; webhooks caught at "
                + stage.webhooks().slackUrl());
        terminal.line("  time        from " + clock.start().truncatedTo(ChronoUnit.SECONDS) + ", "
                + (long) clock.speed() + " times as fast as yours");
        terminal.line("  logs        " + settings.home().resolve("data/logs/demo.log"));
        terminal.line("Query the database with: DATABASE_URL=" + stage.database().address() + " ./wattline status");
    }

    /** Prints progress until the signal or until the time is over; null means without end. */
    void watch(DemoTallies tallies, Simulation source, StopSignal signal, Duration length)
            throws SQLException, InterruptedException {
        Instant end = length == null ? Instant.MAX : startedAt.plus(length);
        boolean asked = false;
        while (!asked && Instant.now().isBefore(end)) {
            show(tallies.take(last));
            for (String news :
                    filledAt == null ? List.<String>of() : source.act(Duration.between(filledAt, Instant.now()))) {
                terminal.line("-- " + news);
            }
            asked = signal.await(shorter(filledAt != null ? NEWS_EVERY : FILLING_EVERY, end));
        }
        show(tallies.take(last));
    }

    private static Duration shorter(Duration pause, Instant end) {
        Instant now = Instant.now();
        return now.plus(pause).isBefore(end) ? pause : Duration.between(now, now.isBefore(end) ? end : now);
    }

    private void show(DemoTally now) {
        if (first == null) {
            first = now;
            last = now;
        }
        if (filledAt != null) {
            news(now);
        } else if (now.isFilled()) {
            filledAt = Instant.now();
            terminal.line(String.format(
                    "Back-fill done after %s: %,d readings in %d channels, %d dead.",
                    sinceStart(), now.readings(), now.live(), now.dead()));
        } else {
            terminal.progress(String.format("Back-fill %3.0f %%  %,d readings  %,d rejected  %d channels live, %d "
                    + "dead", 100 * now.filled(), now.readings(),
                    now.deadLetters(), now.live(), now.dead()));
        }
        last = now;
    }

    private void news(DemoTally now) {
        late += now.late();
        recovered += now.recoveredSince(last);
        terminal.line(String.format(
                "%s  +%d readings  %d late  %d corrected  +%d rejected  %d channels failing  "
                        + "%d recovered  %d mails  %d webhooks",
                clock.instant().truncatedTo(ChronoUnit.MINUTES),
                now.readings() - last.readings(),
                now.late(),
                now.corrections() - last.corrections(),
                now.deadLetters() - last.deadLetters(),
                now.troubled().size(),
                now.recoveredSince(last),
                stage.mail().count(),
                stage.webhooks().posts().size()));
    }

    /** Prints the summary. */
    void summarize(DemoLedger ledger) {
        terminal.line("Summary after " + sinceStart() + ", in which "
                + Durations.humane(Duration.between(clock.start(), clock.instant())) + " passed on the demo's clock:");
        terminal.line(String.format(
                "  readings   %,d kept (%,d new), %,d of them suspect; newest %s",
                last.readings(), last.readings() - first.readings(), last.suspect(),
                last.newest() == null ? "none yet" : last.newest()));
        terminal.line(String.format(
                "  rejected   %,d dead letters (%,d new); see them with: ./wattline dead-letters list",
                last.deadLetters(), last.deadLetters() - first.deadLetters()));
        terminal.line(String.format("  repaired   %,d values corrected, %,d readings late, channels recovered %,d "
                + "times", last.corrections() - first.corrections(), late, recovered));
        terminal.line(String.format(
                "  missing    %,d gaps open with %,d readings, %,d filled; %,d readings estimated; completeness %s; "
                        + "see them with: ./wattline find-gaps",
                ledger.gapsOpen(), ledger.readingsMissing(), ledger.gapsFilled(), ledger.estimated(),
                completeness(ledger)));
        terminal.line(String.format("  checked    %,d open findings over stored readings; see them with: ./wattline "
                + "validate", ledger.findings()));
        summarizeNotifications();
        terminal.line("The database is kept in data/demo: the next demo continues with it; --fresh starts with an "
                + "empty one.");
    }

    private void summarizeNotifications() {
        terminal.line(
                String.format("  channels   %d live, %d paused, %d dead", last.live(), last.paused(), last.dead()));
        terminal.line(String.format(
                "  notified   %d e-mails %s, %d webhooks", stage.mail().count(),
                stage.mail().subjects().stream().distinct().limit(5).toList(), stage.webhooks().posts().size()));
    }

    private static String completeness(DemoLedger ledger) {
        return Double.isNaN(ledger.completeness())
                ? "unknown, no reading was due yet" : String.format("%.1f %%", 100 * ledger.completeness());
    }

    private String sinceStart() {
        return Durations.humane(Duration.between(startedAt, Instant.now()));
    }
}
