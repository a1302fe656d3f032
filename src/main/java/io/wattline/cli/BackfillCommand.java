package io.wattline.cli;

import io.wattline.app.WattlineSettings;
import io.wattline.backfill.Backfills;
import io.wattline.discovery.RawValues;
import io.wattline.reading.Interval;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/** Opens a backfill job and works on it. */
@Command(name = "backfill", subcommands = HelpCommand.class,
        description = {"Fetches missing readings again, of the given days "
                + "or of the open gaps, as a job that can be paused and resumed.",
            "Live polling has priority, and no cursor moves. Ctrl-C leaves the job open; a running service (wattline "
                    + "run) also works on it."})
final class BackfillCommand extends BackfillVerb {

    @ArgGroup(exclusive = false)
    private Days days;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    @Option(names = "--gaps", description = "Only open gaps that can still be filled; with days, only those within "
            + "them.")
    private boolean gaps;

    @Option(names = "--from-raw", description = "Moves values from readings.raw into the column that "
            + "config/fields.yaml now has for their code. Sends no request to the source.")
    private boolean fromRaw;

    BackfillCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (fromRaw) {
            return moveFromRaw();
        }
        if (days == null && !gaps) {
            throw wrongUsage("backfill needs to know what to fetch; allowed: --start-date D --end-date D, --gaps, "
                    + "both, --from-raw, or one of list, pause, resume, cancel");
        }
        Interval range = days == null ? null : days.interval(this);
        return work(backfills -> open(backfills, range));
    }

    private Integer moveFromRaw() {
        if (days != null || gaps || !channelIds.isEmpty()) {
            throw wrongUsage("--from-raw takes every channel and every day; allowed with it: --json, --profile");
        }
        BackfillFromRaw fromRaw = new BackfillFromRaw(context());
        List<RawValues.Moved> moved = fromRaw.move(settings(WattlineSettings.DATABASE), isJson());
        report(moved, () -> fromRaw.print(moved));
        return DONE;
    }

    private OptionalLong open(Backfills backfills, Interval range) {
        return gaps
                ? backfills.openGaps(channelIds, range, context().who())
                : backfills.openRange(channelIds, range, context().who());
    }
}
