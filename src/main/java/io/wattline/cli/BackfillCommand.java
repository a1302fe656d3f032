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

/** Opens a backfill job and works at it. */
@Command(name = "backfill", subcommands = HelpCommand.class,
        description = {"Reads again what is missing, as a job that can be paused and resumed: of the given days, "
                + "or of the open gaps.",
            "Live polling goes first, and no cursor moves. Ctrl-C leaves the job open; a service that runs (wattline "
                    + "run) works at it too."})
final class BackfillCommand extends BackfillVerb {

    @ArgGroup(exclusive = false)
    private Days days;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    @Option(names = "--gaps", description = "Only what is missing: the open gaps that may still be filled, within the "
            + "days where they are given.")
    private boolean gaps;

    @Option(names = "--from-raw", description = "Moves values that were kept in readings.raw before "
            + "config/fields.yaml had a column for their code into that column; asks the source for nothing.")
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
            throw wrongUsage("backfill needs to know what to read; allowed: --start-date D --end-date D, --gaps, "
                    + "both, --from-raw, or one of list, pause, resume, cancel");
        }
        Interval range = days == null ? null : days.interval(this);
        return work(backfills -> open(backfills, range));
    }

    private Integer moveFromRaw() {
        if (days != null || gaps || !channelIds.isEmpty()) {
            throw wrongUsage("--from-raw takes every channel and every day; allowed with it: --json, --profile");
        }
        FromRaw fromRaw = new FromRaw(context());
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
