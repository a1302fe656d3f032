package io.wattline.reconciliation;

import io.wattline.reading.CheckedPage;
import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import io.wattline.reading.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Compares a window of a reconciliation with the kept readings, by {@code db/sql/reconciliation-compare.sql}. */
public final class WindowComparison {

    /** Whether a reconciliation reads the window. */
    public boolean isWanted(CheckedPage page) {
        return page.retrieval().poll().reconciliation().isPresent();
    }

    /** Parameters of {@code db/sql/reconciliation-compare.sql}. */
    public Map<String, Object> parameters(CheckedPage page) {
        Window window = page.window();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("job_id", page.retrieval().poll().reconciliation().orElseThrow());
        parameters.put("channel_id", window.channel().channelId());
        parameters.put("run_id", window.runId());
        parameters.put("start_time", window.interval().start().toString());
        parameters.put("end_time", window.interval().end().toString());
        parameters.put("accepted", epochs(page.accepted().stream().map(Reading::start).toList()));
        parameters.put(
                "rejected",
                epochs(page.rejected().stream()
                        .map(Rejected::timestamp)
                        .filter(Objects::nonNull)
                        .filter(window.interval()::contains)
                        .toList()));
        return parameters;
    }

    private static long[] epochs(Collection<Instant> slots) {
        return slots.stream().mapToLong(Instant::getEpochSecond).toArray();
    }
}
