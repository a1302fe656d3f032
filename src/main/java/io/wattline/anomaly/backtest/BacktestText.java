package io.wattline.anomaly.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for people. */
final class BacktestText {

    private static final int WORST = 5;
    private final List<String> lines = new ArrayList<>();

    private BacktestText() {
    }

    static List<String> of(BacktestReport report) {
        BacktestText text = new BacktestText();
        text.untouched(report);
        text.planted(report);
        text.worst(report);
        text.raised(report);
        return text.lines;
    }

    private void untouched(BacktestReport report) {
        line("%d channel(s), %.1f channel-months judged, seed %d.", report.channels(), report.channelMonths(),
                report.seed());
        line("In what was not touched: %.2f alarms and %.2f notices a channel and month. All count as false, "
                + "although real series hold real anomalies.", report.falseAlarmsPerMonth(), report.noticesPerMonth());
        if (report.confirmed() > 0) {
            line("Faults that people have confirmed: %d of %d are found.", report.confirmedFound(),
                    report.confirmed());
        }
        line("");
        line("%-14s %12s %12s %8s %10s", "detector", "false alarms", "a month", "found", "precision");
        report.detectors().forEach(each -> line("%-14s %12d %12.2f %8d %10s", each.detector(), each.falseAlarms(),
                each.falseAlarmsPerMonth(), each.found(), share(each.precision())));
        line("");
    }

    private void planted(BacktestReport report) {
        line("%-11s %-12s %8s %8s %8s %10s %6s  %s", "planted", "size", "planted", "found", "recall", "precision",
                "days",
                "found by");
        report.faults().forEach(this::fault);
        line("Sizes marked * are those that a person would call a fault. Days: "
                + "from the start of the fault to its first event, the newest day held back.");
        line("");
        fault(report.total());
        fault(report.contaminated());
        line("One contaminated week in the baseline costs %.1f points of recall.",
                100 * (report.total().recall() - report.contaminated().recall()));
        line("");
    }

    private void fault(BacktestReport.FaultScore score) {
        line("%-11s %-12s %8d %8d %8s %10s %6s  %s", score.kind(), score.size() + (score.obvious() ? " *" : ""),
                score.planted(), score.found(), share(score.recall()), share(score.precision()),
                Double.isNaN(score.delayDays()) ? "-" : String.format(Locale.ROOT, "%.1f", score.delayDays()),
                score.foundBy());
    }

    private void worst(BacktestReport report) {
        line("Channels with the most alarms in what was not touched:");
        report.worst().stream().limit(WORST).forEach(channel -> {
            line("%s: %.2f a month", channel.channel(), channel.falseAlarmsPerMonth());
            channel.events().forEach(event -> line("    %s", event));
        });
    }

    private void raised(BacktestReport report) {
        report.ofChannels().stream().filter(each -> each.raised() > 1).forEach(each -> line(
                "%s: detector %s has %.2f alarms a month, more than its budget (false-alarms-per-month in "
                + "config/anomalies.yaml); %s", each.channel(), each.score().detector(),
                each.score().falseAlarmsPerMonth(), Double.isInfinite(each.raised())
                ? "no higher cut-off keeps it: it is muted there in stored backtests."
                : "a cut-off " + each.raised() + " times as high keeps it, and is set in stored backtests."));
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
