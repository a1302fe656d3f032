package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.deadletter.DeadLetter;
import io.wattline.deadletter.DeadLetterFilter;
import io.wattline.deadletter.DeadLetters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Discards dead letters. */
@Command(name = "discard", description = "Discards open dead letters; their rows stay, with reason "
        + "and name. Select them by IDs, --rule, or --rule with --channel.")
final class DeadLettersDiscard extends ReportingVerb {

    private static final int PART_MAX = 1000;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids of the dead letters; see list.")
    private List<Long> ids = List.of();

    @Option(names = "--rule", paramLabel = "R", description = "All open dead letters of this rule.")
    private String rule;

    @Option(names = "--channel", paramLabel = "ID", description = "With --rule: only dead letters of this channel.")
    private Integer channelId;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Reason; stored with each.")
    private String reason;

    DeadLettersDiscard(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException {
        if (reason.isBlank()) {
            throw wrongUsage("--reason is empty; allowed: a text that says why they are discarded");
        }
        if (ids.isEmpty() == (rule == null) || rule == null && channelId != null) {
            throw wrongUsage("discard needs to know which dead letters; allowed: IDs alone, or --rule with "
                    + "or without --channel");
        }
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            DeadLetters deadLetters = new DeadLetters(database);
            typed(() -> deadLetters.require(rule, channelId));
            List<Long> discarded = rule == null ? discard(deadLetters, ids) : discardAll(deadLetters);
            List<Long> notOpen = ids.stream().distinct().filter(id -> !discarded.contains(id)).toList();
            report(new Discarded(discarded, notOpen), () -> {
                terminal().line(discarded.size() + " discarded.");
                notOpen.forEach(id -> terminal().line("not discarded: " + id + " is not open or does not exist"));
            });
            return notOpen.isEmpty() && !discarded.isEmpty() ? DONE : FAILED;
        }
    }

    private List<Long> discard(DeadLetters deadLetters, List<Long> part) throws SQLException {
        return deadLetters.discard(part, reason.strip(), context().who());
    }

    private List<Long> discardAll(DeadLetters deadLetters) throws SQLException {
        DeadLetterFilter filter = new DeadLetterFilter(DeadLetter.OPEN, channelId, rule, null, List.of());
        List<Long> discarded = new ArrayList<>();
        List<Long> part = deadLetters.oldest(filter, 0, PART_MAX);
        while (!part.isEmpty()) {
            discarded.addAll(discard(deadLetters, part));
            part = deadLetters.oldest(filter, part.get(part.size() - 1), PART_MAX);
        }
        return discarded;
    }

    /** The dead letters that are discarded now, and those that were not open. */
    record Discarded(List<Long> discarded, List<Long> notOpen) {
    }
}
