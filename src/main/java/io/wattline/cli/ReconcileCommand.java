package io.wattline.cli;

import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.backfill.BackfillJob;
import io.wattline.reconciliation.Reconciliation;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the last days with the source. */
@Command(name = "reconcile", description = {"Requests the last days again, compares them slot by slot with the kept "
        + "readings, repairs missing and changed readings, and reports the differences.",
    "Exit code 1 if something cannot be repaired: slots that the source no longer has, "
            + "or that could not be requested."})
final class ReconcileCommand extends BackfillVerb {

    private static final int DAYS_MAX = 3660;

    @Option(names = "--days", paramLabel = "N", defaultValue = "7", description = "Number of UTC days before today "
            + "(default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    ReconcileCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (days < 1 || days > DAYS_MAX) {
            throw wrongUsage("--days is " + days + "; allowed: 1 to " + DAYS_MAX);
        }
        try (StopSignal signal = new StopSignal();
                Service service =
                        context().launcher().start(settings(WattlineSettings.ONCE), Clock.systemUTC(), RunMode.ONCE)) {
            OptionalLong jobId = typed(() -> service.reconciliations().open(channelIds, days, context().who()));
            if (jobId.isEmpty()) {
                report(List.of(), () -> terminal().line("There is nothing to compare: no channel was installed in "
                        + "that time. Get channels with: wattline sync"));
                return DONE;
            }
            BackfillJob end =
                    service.backfill(jobId.getAsLong(), isJson() ? progress -> {} : this::show, signal::isAsked);
            return end.isOver() ? publish(service, end.jobId()) : leave(end);
        }
    }

    private int publish(Service service, long jobId) {
        service.reconciliations().publish();
        List<Reconciliation> found = service.reconciliations().of(jobId);
        report(found, () -> print(found));
        return found.stream().allMatch(Reconciliation::agrees) ? DONE : FAILED;
    }

    private int leave(BackfillJob job) {
        report(List.of(), () -> terminal().line("Reconciliation " + job.jobId() + " is not finished. Continue it "
                + "with: wattline backfill resume " + job.jobId()
                + "; a running service (wattline run) then writes the result to table reconciliations."));
        return FAILED;
    }

    private void print(List<Reconciliation> found) {
        Table table = new Table(
                "channel",
                "compared",
                "missing",
                "changed",
                "extra",
                "rejected",
                "unread",
                "verdict",
                "only in database");
        found.forEach(row -> table.row(
                row.channelId(), row.compared(), row.missing(), row.changed(), row.extra(), row.rejected(),
                row.unreadable(), row.verdict(), row.extraSlots().isEmpty()
                        ? ""
                        : row.extraSlots().get(0) + (row.extra() > 1 ? " and " + (row.extra() - 1) + " more" : "")));
        table.print(terminal());
        summarize(found);
    }

    private void summarize(List<Reconciliation> found) {
        terminal()
                .line(String.format(
                        "%,d slots of %,d channels compared: %,d were missing "
                                + "and %,d changed, all repaired; %,d only in the database; %,d could not be "
                                + "requested.",
                        found.stream().mapToLong(Reconciliation::compared).sum(),
                        found.size(),
                        found.stream().mapToLong(Reconciliation::missing).sum(),
                        found.stream().mapToLong(Reconciliation::changed).sum(),
                        found.stream().mapToLong(Reconciliation::extra).sum(),
                        found.stream().mapToLong(Reconciliation::unreadable).sum()));
    }
}
