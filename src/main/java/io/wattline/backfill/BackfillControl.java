package io.wattline.backfill;

import io.wattline.reading.Interval;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Checks what operators enter, does it, and returns a sentence. */
public final class BackfillControl implements BackfillOperations {

    private final Backfills backfills;
    private final String who;

    public BackfillControl(Backfills backfills, String who) {
        this.backfills = backfills;
        this.who = who;
    }

    @Override
    public String[] getBackfillJobs() {
        return backfills.open().stream().map(BackfillJob::describe).toArray(String[]::new);
    }

    @Override
    public String startBackfill(String startDate, String endDate, String channelIds) {
        LocalDate start = day("startDate", startDate);
        LocalDate end = day("endDate", endDate);
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("endDate " + end + " is not after startDate " + start
                    + "; the end is exclusive. No job was opened.");
        }
        Interval range = new Interval(
                start.atStartOfDay(ZoneOffset.UTC).toInstant(),
                end.atStartOfDay(ZoneOffset.UTC).toInstant());
        return opened(backfills.openRange(channels(channelIds), range, who));
    }

    @Override
    public String startGapBackfill(String channelIds) {
        return opened(backfills.openGaps(channels(channelIds), null, who));
    }

    private String opened(OptionalLong job) {
        return job.isEmpty()
                ? "Nothing to read: no channel is installed in that time, or no gap is open that may be filled; no job"
                        + " was opened"
                : "Opened " + backfills.find(job.getAsLong()).orElseThrow().describe();
    }

    @Override
    public String pauseBackfill(long job) {
        return "Paused " + backfills.pause(job).describe();
    }

    @Override
    public String resumeBackfill(long job) {
        return "Resumed " + backfills.resume(job).describe();
    }

    @Override
    public String cancelBackfill(long job) {
        return "Cancelled " + backfills.cancel(job).describe();
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(String.valueOf(text).strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + " is '" + text + "'; allowed: a day as YYYY-MM-DD, in UTC. No job was opened.", e);
        }
    }

    private static List<Integer> channels(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        if (!text.matches("\\s*\\d{1,9}\\s*(,\\s*\\d{1,9}\\s*)*")) {
            throw new IllegalArgumentException("channelIds is '" + text
                    + "'; allowed: numbers separated by commas, such as 61001,61002, or nothing for all. No"
                    + " job was opened.");
        }
        return Arrays.stream(text.split(",")).map(String::strip).map(Integer::valueOf).toList();
    }
}
