package io.wattline.app;

import java.util.List;

/**
 * What one synchronisation did.
 *
 * @param channels  how many channels were asked
 * @param windows   how many requests for readings were answered
 * @param fetched   readings in the answers
 * @param inserted  rows that are new
 * @param updated   rows whose value was corrected
 * @param unchanged readings that were there already
 * @param rejected  readings that went to {@code dead_letters}
 * @param failures  one line for each channel that could not be fetched: which, why, what happens now
 */
public record SyncResult(int channels, long windows, long fetched, long inserted, long updated, long unchanged, long rejected, List<String> failures) {

    public SyncResult {
        failures = List.copyOf(failures);
    }
}
