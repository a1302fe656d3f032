package io.wattline.anomaly;

import io.wattline.jmx.Described;

/** What operators do about anomalies over JMX. */
public interface AnomalyOperations {

    @Described("Lists the anomalies that go on, one a line.")
    String anomalies();

    @Described("Lists the detectors: how often each is right, and on how many channels it is less sensitive or muted.")
    String detectors();

    @Described("Shows an anomaly.")
    String anomaly(@Described(name = "anomaly", value = "Number of the anomaly.") long anomalyId);

    @Described("Plants faults in what is stored of a channel, and says how often the detectors are right. Takes "
            + "seconds.")
    String backtestAnomalies(
            @Described(name = "channel", value = "Number of the channel.", target = true) int channelId,
            @Described(name = "days", value = "The last so many days, 60 to 400.") int days);

    @Described("Says that an anomaly is normal: its detector becomes less sensitive on that channel.")
    String acceptAnomaly(
            @Described(name = "anomaly", value = "Number of the anomaly.", target = true) long anomalyId,
            @Described(name = "reason", value = "Why; kept with it.") String reason);

    @Described("Says that an anomaly is a fault: it does not count as a false alarm.")
    String confirmAnomaly(
            @Described(name = "anomaly", value = "Number of the anomaly.", target = true) long anomalyId,
            @Described(name = "reason", value = "Why; kept with it.") String reason);

    @Described("Takes a verdict back with its effects.")
    String withdrawAnomaly(
            @Described(name = "anomaly", value = "Number of the anomaly.", target = true) long anomalyId);
}
