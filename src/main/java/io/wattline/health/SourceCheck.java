package io.wattline.health;

import io.wattline.metrics.SourceCalls;
import io.wattline.source.SourceState;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Parts of {@link Health} about the source: whether it responds, and whether it accepts the account. */
final class SourceCheck {

    private final Breaker breaker;
    private final SourceState source;
    private final Supplier<SourceCalls> calls;
    private final Clock clock;

    SourceCheck(Breaker breaker, SourceState source, Supplier<SourceCalls> calls, Clock clock) {
        this.breaker = breaker;
        this.source = source;
        this.calls = calls;
        this.clock = clock;
    }

    List<Health.Part> all() {
        return List.of(new Health.Part("source", false, this::source, () -> !calls.get().state().equals("unknown")),
                new Health.Part("account", false, this::account));
    }

    private Optional<String> source() {
        if (breaker.state().equals("OPEN")) {
            return Optional.of("the circuit breaker is open: the source fails; Wattline tries again by itself");
        }
        return calls.get().state().equals("silent") ? Optional.of(calls.get().failed() + " request(s) since the start, "
                + "none with a usable response; check ENISCOPE_API_URL and the network") : Optional.empty();
    }

    private Optional<String> account() {
        return clock.instant().isBefore(source.refusedUntil()) ? Optional.of("log-in refused; no request is sent until "
                + source.refusedUntil().truncatedTo(ChronoUnit.SECONDS)) : Optional.empty();
    }
}
