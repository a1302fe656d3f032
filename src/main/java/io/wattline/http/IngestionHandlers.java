package io.wattline.http;

import io.wattline.backfill.BackfillJob;
import io.wattline.backfill.Backfills;
import io.wattline.reading.Interval;
import io.wattline.reading.PollScheduler;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** What people do to polling and to backfill jobs. */
public final class IngestionHandlers {

    private final Backfills backfills;
    private final PollScheduler desk;

    public IngestionHandlers(Backfills backfills, PollScheduler desk) {
        this.backfills = backfills;
        this.desk = desk;
    }

    /** By operations. */
    public Map<String, Handler> handlers() {
        return Map.of("backfill-open", this::open, "backfill-pause", change(backfills::pause), "backfill-resume", change(backfills::resume),
                "backfill-cancel", change(backfills::cancel), "ingestion-pause", (operation, arguments) -> hold(true), "ingestion-resume", (operation, arguments) -> hold(false));
    }

    private HttpReply open(Operation operation, Arguments arguments) throws ProblemException {
        boolean gaps = arguments.isTrue("gaps");
        LocalDate start = arguments.day("startDate");
        LocalDate end = arguments.day("endDate");
        if (gaps ? start != null || end != null : start == null || end == null || !start.isBefore(end)) {
            throw ProblemException.of("startDate", "to endDate is no range, or is said beside gaps; allowed: {\"startDate\": \"2026-01-01\", \"endDate\": \"2026-02-01\"} (end exclusive) "
                    + "or {\"gaps\": true}");
        }
        List<Integer> channels = arguments.<Long>list("channels").stream().map(Math::toIntExact).toList();
        try {
            return job(gaps ? backfills.openGaps(channels, null, arguments.text("by"))
                    : backfills.open(Backfills.Kind.RANGE, channels, new Interval(midnight(start), midnight(end)), arguments.text("by")));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of("channels", e.getMessage());
        }
    }

    private static HttpReply job(OptionalLong job) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("job", job.isEmpty() ? null : job.getAsLong());
        return HttpReply.json(answer);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Handler change(LongFunction<BackfillJob> change) {
        return (operation, arguments) -> {
            try {
                BackfillJob job = change.apply(arguments.number("job"));
                return HttpReply.json(Map.of("job", job.jobId(), "state", job.state()));
            } catch (IllegalArgumentException e) {
                throw new ProblemException(409, e.getMessage());
            }
        };
    }

    private HttpReply hold(boolean hold) {
        if (hold) {
            desk.hold();
        } else {
            desk.letGo();
        }
        return HttpReply.json(Map.of("ingestionPaused", desk.isHeld()));
    }
}
