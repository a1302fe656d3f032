package io.wattline.http;

import io.wattline.backfill.BackfillJob;
import io.wattline.backfill.Backfills;
import io.wattline.reading.IngestionPause;
import io.wattline.reading.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Opens, pauses, resumes and cancels backfill jobs; pauses and resumes ingestion. */
public final class IngestionHandlers {

    private final Backfills backfills;
    private final IngestionPause pause;

    public IngestionHandlers(Backfills backfills, IngestionPause pause) {
        this.backfills = backfills;
        this.pause = pause;
    }

    Map<String, OperationHandler> handlers() {
        return Map.of(
                "backfill-open", this::open,
                "backfill-pause", change(backfills::pause),
                "backfill-resume", change(backfills::resume),
                "backfill-cancel", change(backfills::cancel),
                "ingestion-pause", (operation, arguments) -> pause(),
                "ingestion-resume", (operation, arguments) -> resume());
    }

    private ApiResponse open(ApiOperation operation, Arguments arguments) throws ProblemException {
        List<Integer> channels = arguments.<Long>list("channels").stream().map(Math::toIntExact).toList();
        Interval range = range(arguments);
        try {
            OptionalLong job = range == null ? backfills.openGaps(channels, null, arguments.text("by"))
                    : backfills.openRange(channels, range, arguments.text("by"));
            Map<String, Object> response = new HashMap<>();
            response.put("job", job.isEmpty() ? null : job.getAsLong());
            return ApiResponse.json(response);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of("channels", e.getMessage());
        }
    }

    /** Null where the job is to fill gaps. */
    private static Interval range(Arguments arguments) throws ProblemException {
        LocalDate start = arguments.day("startDate");
        LocalDate end = arguments.day("endDate");
        if (arguments.isTrue("gaps") && start == null && end == null) {
            return null;
        }
        if (arguments.isTrue("gaps") || start == null || end == null || !start.isBefore(end)) {
            throw ProblemException.of("startDate",
                    "and endDate must be a range, or be left out if gaps is true; allowed: "
                    + "{\"startDate\": \"2026-01-01\", \"endDate\": \"2026-02-01\"}, "
                    + "end exclusive, or {\"gaps\": true}");
        }
        return new Interval(midnight(start), midnight(end));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static OperationHandler change(LongFunction<BackfillJob> change) {
        return (operation, arguments) -> {
            try {
                BackfillJob job = change.apply(arguments.number("job"));
                return ApiResponse.json(Map.of("job", job.jobId(), "state", job.state()));
            } catch (IllegalArgumentException e) {
                throw new ProblemException(409, e.getMessage());
            }
        };
    }

    private ApiResponse pause() {
        pause.pause();
        return state();
    }

    private ApiResponse resume() {
        pause.resume();
        return state();
    }

    private ApiResponse state() {
        return ApiResponse.json(Map.of("ingestionPaused", pause.isSet()));
    }
}
