package io.wattline.reading;

import java.util.List;

/**
 * What a sync has done.
 *
 * @param channels  number of channels that were requested
 * @param windows   number of windows that are kept
 * @param fetched   readings in the responses
 * @param inserted  new rows
 * @param updated   rows with a corrected value
 * @param unchanged readings that were kept already
 * @param rejected  rejected readings
 * @param failures  one line per channel that could not be read: which, why, what happens now
 * @param notes     one line per requested channel of which there was nothing to read: which and why
 */
public record SyncResult(
        int channels,
        long windows,
        long fetched,
        long inserted,
        long updated,
        long unchanged,
        long rejected,
        List<String> failures,
        List<String> notes) {

    public SyncResult {
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }
}
