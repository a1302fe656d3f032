package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.deadletter.DeadLetter;
import io.wattline.deadletter.DeadLetterFilter;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.ReplayRun;
import io.wattline.settings.Settings;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends open dead letters through the pipeline again. */
@Command(name = "replay", description = "Replays open dead letters with today's field mapping "
        + "and rules. Select them by IDs, --rule, --channel or --all.")
final class DeadLettersReplay extends ReportingVerb {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids of the dead letters; see list.")
    private List<Long> ids = List.of();

    @Option(names = "--rule", paramLabel = "R", description = "All open dead letters of this rule.")
    private String rule;

    @Option(names = "--channel", paramLabel = "ID", description = "All open dead letters of this channel.")
    private Integer channelId;

    @Option(names = "--all", description = "All open dead letters.")
    private boolean all;

    DeadLettersReplay(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException {
        boolean narrowed = !ids.isEmpty() || rule != null || channelId != null;
        if (narrowed == all) {
            throw wrongUsage("replay needs to know which dead letters; allowed: IDs, --rule "
                    + "and --channel in any combination, "
                    + "or --all alone");
        }
        Settings settings = settings(WattlineSettings.ONCE_OFFLINE);
        try (HikariDataSource database = context().launcher().openDatabase(settings)) {
            typed(() -> new DeadLetters(database).require(rule, channelId));
        }
        try (HikariDataSource database = context().launcher().openDatabase(settings);
                StopSignal signal = new StopSignal();
                Service service = context().launcher().start(settings, Clock.systemUTC(), RunMode.ONCE)) {
            signal.onStop(service::close);
            return replay(new DeadLetters(database), service);
        }
    }

    private int replay(DeadLetters letters, Service service) throws SQLException {
        List<Result> results = new ArrayList<>();
        ReplayRun replaying = new ReplayRun(letters, service.replay(), context().who(), step -> {
            Result result = new Result(step.letter().id(), step.outcome(), step.reason());
            results.add(result);
            if (!isJson()) {
                terminal().line(text(result, step.letter()));
            }
        });
        ReplayRun.Tally tally = replaying.run(new DeadLetterFilter(DeadLetter.OPEN, channelId, rule, null, ids));
        List<Long> notOpen = ids.stream()
                .distinct()
                .filter(id -> results.stream().noneMatch(result -> result.id() == id))
                .toList();
        report(new Replayed(tally, results, notOpen), () -> print(tally, notOpen));
        return tally.isAllKept() && notOpen.isEmpty() ? DONE : FAILED;
    }

    private static String text(Result result, DeadLetter letter) {
        String reason = result.reason() == null ? "" : ": " + result.reason();
        return result.id() + "  channel " + letter.channelId() + "  " + letter.readingTimestamp() + "  "
                + result.outcome() + reason;
    }

    private void print(ReplayRun.Tally tally, List<Long> notOpen) {
        terminal()
                .line(tally.kept() + " kept, " + tally.rejected() + " rejected again, " + tally.broken()
                        + " broken down.");
        if (tally.gaveUp()) {
            terminal().line("Stopped after several failures in a row, which the dead letters do not cause. The "
                    + "remaining ones stay open; replay them when the cause is removed.");
        } else {
            notOpen.forEach(id -> terminal().line("not replayed: " + id + " is not open, does not exist, "
                    + "or is excluded by the other options"));
        }
    }

    /** The outcome for one dead letter. */
    record Result(long id, String outcome, String reason) {
    }

    /** The whole report. */
    record Replayed(ReplayRun.Tally tally, List<Result> letters, List<Long> notOpen) {
    }
}
