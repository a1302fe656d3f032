package io.wattline.cli;

import io.wattline.health.RunningReport;
import io.wattline.routes.RouteState;
import io.wattline.settings.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints a {@link Status} on one screen, the most important first. */
final class StatusScreen {

    private static final double GIGABYTE = 1_000_000_000;

    private final Terminal terminal;

    StatusScreen(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Status status) {
        say(
                "wattline",
                status.program().version() + ", Java " + status.program().java() + ", profile "
                        + status.program().profile() + ", " + status.program().home());
        if (status.service() == null) {
            say("service", status.serviceAbsent());
        } else {
            service(status.service());
        }
        if (status.figures() == null) {
            say("database", status.databaseTrouble());
        } else {
            figures(status.figures());
        }
        data(status.disk());
        if (status.service() != null) {
            timers(status.service().timers());
        }
        if (status.figures() != null) {
            runs(status.figures().lastRuns());
        }
    }

    private static String health(RunningReport service) {
        if (!service.troubles().isEmpty()) {
            return String.join("; ", service.troubles());
        }
        return service.unknown().isEmpty() ? "all is well" : "nothing known yet of: "
                + String.join(", ", service.unknown());
    }

    private void service(RunningReport service) {
        say(
                "service",
                "runs since " + service.startedAt() + ", version " + service.version() + ", Camel " + service.camel()
                        + ", profile " + service.profile());
        say("health", health(service));
        say("routes", routes(service.routes()));
        say(
                "ingestion",
                (service.ingestionPaused() ? "paused by an operator" : "goes on") + ", in hand " + service.inHand()
                        + ", last success "
                        + (service.lastSuccess().isEmpty()
                                ? "none since the start"
                                : service.lastSuccess().replaceFirst("\\.\\d+Z$", "Z")));
        say("circuit breaker", service.breaker());
    }

    /** How many routes are in which state, and the names of those that are not started. */
    private static String routes(List<RouteState> routes) {
        Map<String, Long> states =
                routes.stream().collect(Collectors.groupingBy(RouteState::state, TreeMap::new, Collectors.counting()));
        String others = routes.stream()
                .filter(route -> !route.state().equals("Started"))
                .map(route -> route.name() + " " + route.state())
                .collect(Collectors.joining(", "));
        return states.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + (others.isEmpty() ? "" : ": " + others);
    }

    private void figures(StatusReport figures) {
        say("schema", "version " + figures.schemaVersion());
        say("channels", figures.channels().isEmpty()
                        ? "none known yet"
                        : figures.channels().entrySet().stream()
                                .map(entry -> entry.getValue() + " " + entry.getKey())
                                .collect(Collectors.joining(", ")));
        say("newest reading", figures.newestReading() == null ? "none" : figures.newestReading().toString());
        say(
                "furthest behind",
                figures.lagSeconds() == null
                        ? "-"
                        : Durations.humane(Duration.ofSeconds(Math.max(0, figures.lagSeconds()))));
        say("readings last hour", String.format("%,d", figures.readingsLastHour()));
        say("alerts open", String.format("%,d", figures.alertsOpen()));
        say("dead letters open", String.format("%,d", figures.deadLettersOpen()));
        say("gaps open", String.format("%,d, %,d readings missing", figures.gapsOpen(), figures.readingsMissing()));
        exceptions(figures);
    }

    /** Channels that are treated differently from the rest, and views that others have dropped. */
    private void exceptions(StatusReport figures) {
        if (!figures.viewsMissing().isEmpty()) {
            say("views missing", String.join(", ", figures.viewsMissing())
                    + ": somebody dropped them; make them again with: wattline migrate");
        }
        if (!figures.quarantined().isEmpty()) {
            say("in quarantine", figures.quarantined().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (!figures.neverDelivered().isEmpty()) {
            say("never delivered", figures.neverDelivered().size() + " channels"
                    + figures.neverDelivered().stream().map(String::valueOf)
                    .collect(Collectors.joining(", ", ": ", "")));
        }
    }

    private void data(Status.DataFolder disk) {
        say(
                "backlog",
                String.format("%,d responses wait to be stored", disk.backlog())
                        + (disk.unreadable() == 0 ? "" : String.format(", %,d cannot be read", disk.unreadable())));
        say(
                "disk",
                String.format(
                        Locale.ROOT,
                        "%.1f GB free of %.1f GB",
                        disk.freeBytes() / GIGABYTE,
                        disk.sizeBytes() / GIGABYTE));
    }

    private void timers(List<RunningReport.Timer> timers) {
        Table table = new Table("timer", "last turn", "next turn");
        timers.forEach(timer -> table.row(timer.name(), timer.last(), timer.next()));
        table.print(terminal);
    }

    private void runs(List<StatusReport.Run> lastRuns) {
        if (lastRuns.isEmpty()) {
            return;
        }
        Table runs = new Table("run", "kind", "started", "finished", "windows", "failed", "inserted", "rejected");
        lastRuns.forEach(run -> runs.row(
                run.runId(),
                run.kind(),
                run.startedAt(),
                run.finishedAt(),
                run.windows(),
                run.failedWindows(),
                run.inserted(),
                run.rejected()));
        runs.print(terminal);
    }

    private void say(String what, String how) {
        terminal.line(String.format("%-20s%s", what, how));
    }
}
