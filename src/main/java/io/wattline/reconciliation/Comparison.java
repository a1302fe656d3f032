package io.wattline.reconciliation;

import io.wattline.backfill.BackfillTurn;
import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import io.wattline.reading.Window;
import io.wattline.validation.Checked;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What is compared, once a window of a reconciliation is kept: parameters of {@code db/sql/reconciliation-compare.sql}. */
public final class Comparison {

    /** Whether the window is read on behalf of a reconciliation; {@code turn} is null where live polling reads it. */
    public boolean isWanted(BackfillTurn turn) {
        return turn != null && turn.reconciliation().isPresent();
    }

    /** @param checked what the source answered, parted by the rule book */
    public Map<String, Object> parameters(BackfillTurn turn, Window window, Checked checked) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("job_id", turn.reconciliation().orElseThrow());
        parameters.put("channel_id", window.channel().channelId());
        parameters.put("run_id", window.runId());
        parameters.put("start_time", window.interval().start().toString());
        parameters.put("end_time", window.interval().end().toString());
        parameters.put("accepted", epochs(checked.accepted().stream().map(Reading::start).toList()));
        parameters.put("rejected", epochs(checked.rejected().stream().map(Rejected::timestamp).filter(Objects::nonNull).filter(window.interval()::contains).toList()));
        return parameters;
    }

    private static long[] epochs(Collection<Instant> slots) {
        return slots.stream().mapToLong(Instant::getEpochSecond).toArray();
    }
}
