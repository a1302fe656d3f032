package io.wattline.quality;

import io.wattline.reading.Reading;
import io.wattline.reading.Rejected;
import io.wattline.validation.Checked;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Judges what comes in of a channel. Closed, it counts each reading once: what a look-back brings again is old news, so pages of a live poll add up to a batch, and a
 * window of a back-fill is one by itself. Open, it judges whole answers: what the source says now of everything since is the trial.
 */
public final class DataBreaker {

    private final BreakerSettings settings;

    public DataBreaker(BreakerSettings settings) {
        this.settings = settings;
    }

    /** The state after an answer that the rule book has parted. */
    public BreakerState after(BreakerState state, Checked checked, Instant now) {
        return state.open() ? trial(state, checked) : watched(state, checked, now);
    }

    private BreakerState watched(BreakerState state, Checked checked, Instant now) {
        Instant until = state.judgedUntil();
        boolean timeless = checked.accepted().isEmpty() && checked.rejected().stream().allMatch(each -> each.timestamp() == null);
        int accepted = (int) checked.accepted().stream().filter(each -> isNew(each.start(), until)).count();
        int rejected = timeless ? checked.rejected().size() : (int) checked.rejected().stream().filter(each -> each.timestamp() != null && isNew(each.timestamp(), until)).count();
        BreakerState gathered = state.gathering(newest(checked, until), accepted + rejected, rejected);
        if (gathered.readings() < settings.batchMin()) {
            return gathered;
        }
        return isBad(gathered.rejected(), gathered.readings()) ? gathered.opened(now, reason(gathered, checked)) : gathered.judgedGood();
    }

    private BreakerState trial(BreakerState state, Checked checked) {
        int readings = checked.accepted().size() + checked.rejected().size();
        BreakerState seen = state.gathering(newest(checked, state.judgedUntil()), 0, 0);
        if (readings < settings.batchMin()) {
            return seen;
        }
        if (isBad(checked.rejected().size(), readings)) {
            return seen.judgedBadAgain();
        }
        BreakerState good = seen.judgedGood();
        return good.goodBatches() >= settings.goodBatches() ? good.closed() : good;
    }

    private boolean isBad(int rejected, int readings) {
        return rejected > settings.rejectRate() * readings;
    }

    private String reason(BreakerState gathered, Checked checked) {
        String first = checked.rejected().isEmpty() ? "" : ", the last for " + checked.rejected().get(checked.rejected().size() - 1).rule();
        return String.format(Locale.ROOT, "%d of %d readings were rejected%s; allowed: %.0f %% (breaker.reject-rate)", gathered.rejected(), gathered.readings(), first,
                100 * settings.rejectRate());
    }

    private static boolean isNew(Instant start, Instant until) {
        return until == null || start.isAfter(until);
    }

    private static Instant newest(Checked checked, Instant until) {
        return Stream.concat(Stream.of(checked.accepted().stream().map(Reading::start), checked.rejected().stream().map(Rejected::timestamp)).flatMap(times -> times), Stream.ofNullable(until))
                .filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }
}
