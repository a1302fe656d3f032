package io.wattline.anomaly.backtest;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.Cause;
import io.wattline.anomaly.detector.Robust;
import io.wattline.anomaly.watch.AnomalyEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a backtest measured. Shares are from 0 to 1; a share of nothing is not-a-number.
 *
 * @param channelMonths       months that were judged, of all channels
 * @param falseAlarmsPerMonth alarms a channel and month in what was not touched
 * @param noticesPerMonth     changes of operation a channel and month in what was not touched
 * @param detectors           by detector
 * @param ofChannels          by channel and detector
 * @param faults              by kind and size
 * @param total               all faults of a size that a person would call one
 * @param contaminated        the same with one contaminated week in the baseline
 * @param worst               channels, that with the most false alarms first
 * @param confirmed           faults that people have confirmed
 * @param confirmedFound      those of them that are found
 */
public record BacktestReport(long seed, int channels, double channelMonths, double falseAlarmsPerMonth,
        double noticesPerMonth,
                             List<DetectorScore> detectors, List<ChannelDetector> ofChannels,
                             List<FaultScore> faults, FaultScore total,
                             FaultScore contaminated,
                             List<ChannelScore> worst, int confirmed, int confirmedFound) {

    /**
     * A detector's alarms a channel and month in what was not touched, and its share of right alarms where something
     * was.
     */
    public record DetectorScore(String detector, long falseAlarms, double falseAlarmsPerMonth, long found,
            double precision) {
    }

    /**
     * The score of a detector on a channel.
     *
     * @param months that were judged
     * @param raised by how much its cut-off must rise to keep its budget of false alarms: 1 where it keeps it, infinite
     *               where no factor helps
     */
    public record ChannelDetector(String channel, double months, DetectorScore score, double raised) {
    }

    /** How many faults of a kind and size were found; recall, precision and median delay in days. */
    public record FaultScore(String kind, String size, boolean obvious, int planted, int found, double recall,
            double precision,
                             double delayDays, String foundBy) {
    }

    /** The channels with the most false alarms. */
    public record ChannelScore(String channel, double falseAlarmsPerMonth, List<String> events) {
    }

    /** For people, line by line. */
    public List<String> text() {
        return BacktestText.of(this);
    }

    static BacktestReport of(long seed, List<UntouchedSeries> untouched, List<FaultTrial> trials,
            List<FaultTrial> contaminated) {
        double months = untouched.stream().mapToDouble(UntouchedSeries::months).sum();
        long own = untouched.stream().mapToLong(each -> each.own(null)).sum();
        long notices = untouched.stream().flatMap(each -> each.events().stream()).filter(AnomalyEvent::isOwn)
                .filter(event -> event.kind() == AnomalyKind.LEVEL && event.cause() == Cause.OPERATION).count();
        List<FaultTrial> obvious = trials.stream().filter(trial -> trial.kind().isObvious(trial.size())).toList();
        return new BacktestReport(seed, untouched.size(), months, (own - notices) / months, notices / months,
                Arrays.stream(AnomalyKind.values()).map(kind -> detector(kind, untouched, obvious, months)).toList(),
                untouched.stream().flatMap(each -> ofChannel(each, obvious)).toList(),
                faults(trials),
                score("all", "obvious", true, obvious), score("all", "contaminated", true, contaminated),
                worst(untouched), untouched.stream().mapToInt(UntouchedSeries::faults).sum(),
                untouched.stream().mapToInt(UntouchedSeries::faultsFound).sum());
    }

    private static Stream<ChannelDetector> ofChannel(UntouchedSeries series, List<FaultTrial> trials) {
        List<FaultTrial> own = trials.stream().filter(trial -> trial.channel().equals(series.channel())).toList();
        return Arrays.stream(AnomalyKind.values()).map(kind -> new ChannelDetector(series.channel(), series.months(),
                detector(kind, List.of(series), own, series.months()), series.raised().getOrDefault(kind, 1.0)));
    }

    private static DetectorScore detector(AnomalyKind kind, List<UntouchedSeries> untouched, List<FaultTrial> trials,
            double months) {
        long falseOnes = untouched.stream().mapToLong(each -> each.own(kind)).sum();
        long found = trials.stream().filter(trial -> trial.hits().contains(kind)).count();
        long collateral = trials.stream().flatMap(trial -> trial.collateral().stream())
                .filter(event -> event.kind() == kind).count();
        return new DetectorScore(kind.text(), falseOnes, falseOnes / months, found,
                found / (double) (found + collateral));
    }

    private static List<FaultScore> faults(List<FaultTrial> trials) {
        List<FaultScore> scores = new ArrayList<>();
        for (PlantedKind kind : PlantedKind.values()) {
            for (double size : trials.stream().filter(trial -> trial.kind() == kind).mapToDouble(FaultTrial::size)
                    .distinct().toArray()) {
                List<FaultTrial> some = trials.stream().filter(trial -> trial.kind() == kind && trial.size() == size)
                        .toList();
                scores.add(score(kind.text(), kind.size(size), kind.isObvious(size), some));
            }
        }
        return scores;
    }

    private static FaultScore score(String kind, String size, boolean obvious, List<FaultTrial> trials) {
        int found = (int) trials.stream().filter(FaultTrial::isFound).count();
        long right = trials.stream().mapToLong(trial -> trial.hits().size()).sum();
        long wrong = trials.stream().mapToLong(trial -> trial.collateral().size()).sum();
        double[] delays = trials.stream().mapToDouble(FaultTrial::delayDays).toArray();
        return new FaultScore(kind, size, obvious, trials.size(), found, found / (double) trials.size(),
                right / (double) (right + wrong), Robust.median(delays), foundBy(trials));
    }

    private static String foundBy(List<FaultTrial> trials) {
        return Arrays.stream(AnomalyKind.values())
                .map(kind -> kind.text() + " " + trials.stream().filter(trial -> trial.hits().contains(kind)).count())
                .filter(text -> !text.endsWith(" 0")).reduce((a, b) -> a + ", " + b).orElse("");
    }

    private static List<ChannelScore> worst(List<UntouchedSeries> untouched) {
        return untouched.stream().map(each -> new ChannelScore(each.channel(), each.own(null) / each.months(),
                each.events().stream().filter(AnomalyEvent::isOwn).map(AnomalyEvent::sentence).toList()))
                .sorted((a, b) -> Double.compare(b.falseAlarmsPerMonth(), a.falseAlarmsPerMonth())).toList();
    }
}
