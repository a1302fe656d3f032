package io.wattline.anomaly;

import java.util.List;

/**
 * The result of a run of the detectors.
 *
 * @param channels that were looked at
 * @param opened   new anomalies
 * @param changed  anomalies that go on, or of which more is known
 * @param gone     anomalies that are not found any more, since readings have changed
 * @param problems channels that could not be judged, and why, for people
 */
public record AnomalyReport(long runId, int channels, long opened, long changed, long gone, List<String> problems) {

    public AnomalyReport {
        problems = List.copyOf(problems);
    }
}
