package io.wattline.quality;

import io.wattline.reading.Checked;
import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The breaker for bad data of a channel. While it is closed, it counts each reading once, although a look-back brings
 * it again: pages of a live poll add up to a batch, and a window of a backfill is a batch by itself. While it is open,
 * it judges whole responses.
 */
public final class DataBreaker {

    private final DataBreakerSettings settings;

    public DataBreaker(DataBreakerSettings settings) {
        this.settings = settings;
    }

    /** The state after a response that has been validated. */
    public DataBreakerState after(DataBreakerState state, Checked checked, Instant now) {
        return state.open() ? trial(state, checked) : watched(state, checked, now);
    }

    private DataBreakerState watched(DataBreakerState state, Checked checked, Instant now) {
        Instant until = state.judgedUntil();
        boolean timeless =
                checked.accepted().isEmpty() && checked.rejected().stream().allMatch(each -> each.timestamp() == null);
        int accepted = (int) checked.accepted().stream().filter(each -> isNew(each.start(), until)).count();
        int rejected = timeless
                ? checked.rejected().size()
                : (int) checked.rejected().stream()
                        .filter(each -> each.timestamp() != null && isNew(each.timestamp(), until))
                        .count();
        DataBreakerState gathered = state.gathering(newest(checked, until), accepted + rejected, rejected);
        if (gathered.readings() < settings.batchMin()) {
            return gathered;
        }
        return isBad(gathered.rejected(), gathered.readings())
                ? gathered.opened(now, reason(gathered, checked))
                : gathered.judgedGood();
    }

    private DataBreakerState trial(DataBreakerState state, Checked checked) {
        int readings = checked.accepted().size() + checked.rejected().size();
        DataBreakerState seen = state.gathering(newest(checked, state.judgedUntil()), 0, 0);
        if (readings < settings.batchMin()) {
            return seen;
        }
        if (isBad(checked.rejected().size(), readings)) {
            return seen.judgedBadAgain();
        }
        DataBreakerState good = seen.judgedGood();
        return good.goodBatches() >= settings.goodBatches() ? good.closed() : good;
    }

    private boolean isBad(int rejected, int readings) {
        return 100L * rejected > (long) settings.rejectRate() * readings;
    }

    private String reason(DataBreakerState gathered, Checked checked) {
        String first = checked.rejected().isEmpty()
                ? ""
                : ", the last for "
                        + checked.rejected().get(checked.rejected().size() - 1).rule();
        return String.format(
                Locale.ROOT,
                "%d of %d readings were rejected%s; allowed: %d %% (breaker.reject-rate)",
                gathered.rejected(),
                gathered.readings(),
                first,
                settings.rejectRate());
    }

    private static boolean isNew(Instant start, Instant until) {
        return until == null || start.isAfter(until);
    }

    private static Instant newest(Checked checked, Instant until) {
        return Stream.concat(
                        Stream.of(
                                        checked.accepted().stream().map(Reading::start),
                                        checked.rejected().stream().map(Rejected::timestamp))
                                .flatMap(times -> times),
                        Stream.ofNullable(until))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
