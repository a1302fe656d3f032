package io.wattline.quality;

import java.time.Instant;
import java.util.List;

/**
 * What one turn of the checks says.
 *
 * @param from     readings that start within [from, to) were looked at
 * @param findings what is open of this time, the worst first
 * @param closed   how many findings are gone
 * @param notRun   rules that could not run, and at how many channels
 */
public record CheckReport(long runId, Instant from, Instant to, List<Finding> findings, long closed, List<String> notRun) {

    public CheckReport {
        findings = List.copyOf(findings);
        notRun = List.copyOf(notRun);
    }

    /** Whether a finding is open that nobody has accepted. */
    public boolean hasOpen() {
        return findings.stream().anyMatch(finding -> finding.accepted() == null);
    }
}
