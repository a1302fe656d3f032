package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.deadletter.DeadLetter;
import io.wattline.deadletter.DeadLetterFilter;
import io.wattline.deadletter.DeadLetters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists dead letters, the newest first. */
@Command(name = "list", description = "Lists dead letters, newest first, and counts them by rule.")
final class DeadLettersList extends ReportingVerb {

    private static final Set<String> STATUSES =
            Set.of(DeadLetter.OPEN, DeadLetter.REPLAYED, DeadLetter.DISCARDED, "all");

    @Option(names = "--status", defaultValue = DeadLetter.OPEN, description = "open, replayed, discarded "
            + "or all (default: ${DEFAULT-VALUE}).")
    private String status;

    @Option(names = "--rule", paramLabel = "R", description = "Only dead letters of this rule.")
    private String rule;

    @Option(names = "--channel", paramLabel = "ID", description = "Only dead letters of this channel.")
    private Integer channelId;

    @Option(names = "--since", paramLabel = "D", converter = DateConverter.class, description = "Only dead letters "
            + "received on this day or later, YYYY-MM-DD in UTC.")
    private Instant since;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "Maximum number of rows (default: "
            + "${DEFAULT-VALUE}).")
    private int limit;

    DeadLettersList(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException {
        if (!STATUSES.contains(status)) {
            throw wrongUsage("--status is '" + status + "'; allowed: open, replayed, discarded or all");
        }
        if (limit < 1) {
            throw wrongUsage("--limit is " + limit + "; allowed: 1 or more");
        }
        DeadLetterFilter filter =
                new DeadLetterFilter(status.equals("all") ? null : status, channelId, rule, since, List.of());
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            DeadLetters letters = new DeadLetters(database);
            typed(() -> letters.require(rule, channelId));
            Listed listed = new Listed(letters.countsByRule(filter), letters.list(filter, limit));
            report(listed, () -> print(listed));
        }
        return DONE;
    }

    private void print(Listed listed) {
        if (listed.letters().isEmpty()) {
            terminal().line("No dead letters" + (status.equals("all") ? "." : " that are " + status + "."));
            return;
        }
        Table table = new Table("id", "received", "channel", "reading", "rule", "set aside", "times", "reason");
        listed.letters()
                .forEach(letter -> table.row(
                        letter.id(),
                        letter.receivedAt(),
                        letter.channelId(),
                        letter.readingTimestamp(),
                        letter.rule(),
                        letter.what(),
                        letter.timesSeen(),
                        letter.reason()));
        table.print(terminal());
        long total = listed.countsByRule().values().stream().mapToLong(Long::longValue).sum();
        terminal().line(listed.letters().size() + " of " + total + " shown. By rule: "
                        + String.join(", ", listed.countsByRule().entrySet().stream()
                                        .map(entry -> entry.getKey() + " " + entry.getValue())
                                        .toList()));
    }

    /** The listed dead letters, and the number of all. */
    record Listed(Map<String, Long> countsByRule, List<DeadLetter> letters) {
    }
}
