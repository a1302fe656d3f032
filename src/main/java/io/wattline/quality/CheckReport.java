package io.wattline.quality;

import java.time.Instant;
import java.util.List;

/**
 * The result of one run of the checks.
 *
 * @param from     readings that start within [from, to) were checked
 * @param findings the open findings of this time, the worst first
 * @param closed   how many findings were closed
 * @param notRun   rules that could not run, and at how many channels, for people
 */
public record CheckReport(
        long runId, Instant from, Instant to, List<Finding> findings, long closed, List<String> notRun) {

    public CheckReport {
        findings = List.copyOf(findings);
        notRun = List.copyOf(notRun);
    }

    /** Whether a finding is open that is not accepted. */
    public boolean hasOpen() {
        return findings.stream().anyMatch(finding -> finding.accepted() == null);
    }
}
