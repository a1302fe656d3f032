package io.wattline.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The state of ingestion, from the database.
 *
 * @param schemaVersion    version of the schema
 * @param channels         how many channels are {@code live}, {@code paused}, {@code dead}
 * @param newestReading    start of the newest reading of all; null while there is none
 * @param lagSeconds       how long ago the last reading of the live channel that is furthest behind started; null while
 *                         there is none
 * @param readingsLastHour rows that came within the last hour
 * @param alertsOpen       alerts that fire
 * @param deadLettersOpen  open dead letters
 * @param gapsOpen         open gaps, without planned ones and those that are not due yet
 * @param readingsMissing  readings that are missing in them
 * @param quarantined      channels in quarantine: too many of their readings were bad
 * @param neverDelivered   channels that have delivered no value since their installation
 * @param viewsMissing     views of Wattline that do not exist any more
 * @param lastRuns         the latest five, newest first
 */
record StatusReport(
        String schemaVersion,
        Map<String, Integer> channels,
        Instant newestReading,
        Long lagSeconds,
        long readingsLastHour,
        long alertsOpen,
        long deadLettersOpen,
        long gapsOpen,
        long readingsMissing,
        List<Integer> quarantined,
        List<Integer> neverDelivered,
        List<String> viewsMissing,
        List<Run> lastRuns) {

    /** One run with the readings of its windows; {@code finishedAt} is null while it runs or if it was interrupted. */
    record Run(
            long runId,
            String kind,
            Instant startedAt,
            Instant finishedAt,
            long windows,
            long failedWindows,
            long inserted,
            long rejected) {}
}
