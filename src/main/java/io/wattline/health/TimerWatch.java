package io.wattline.health;

import io.wattline.alert.AlertSubject;
import io.wattline.alert.Measurement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.SchedulerException;
import org.quartz.Trigger;

/** When each Quartz timer has its turns, and how late it is: a turn that does not end keeps the next ones from beginning. */
public final class TimerWatch {

    private final CamelContext context;
    private final Clock clock;

    /** @param clock by which Quartz runs: the machine's */
    public TimerWatch(CamelContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** Every timer with its last turn and its next, by name. */
    public List<RunningReport.Timer> all() {
        return timers().map(route -> new RunningReport.Timer(route.getRouteId(), text(trigger(route).map(Trigger::getPreviousFireTime)), text(trigger(route).map(Trigger::getNextFireTime))))
                .sorted(Comparator.comparing(RunningReport.Timer::name)).toList();
    }

    /** One value a timer that is late at all, in s, named after its route. */
    public List<Measurement> late() {
        return timers().flatMap(route -> late(route).stream()).toList();
    }

    private Stream<Route> timers() {
        return context.getRoutes().stream().filter(route -> route.getEndpoint() instanceof QuartzEndpoint);
    }

    private Optional<Measurement> late(Route route) {
        Date next = trigger(route).map(Trigger::getNextFireTime).orElse(null);
        Duration late = next == null ? Duration.ZERO : Duration.between(next.toInstant(), clock.instant());
        return late.isNegative() || late.isZero() ? Optional.empty()
                : Optional.of(Measurement.of(AlertSubject.part(route.getRouteId()), late.toSeconds(), "its turn of " + next.toInstant() + " has not begun"));
    }

    private Optional<Trigger> trigger(Route route) {
        try {
            QuartzEndpoint endpoint = (QuartzEndpoint) route.getEndpoint();
            return Optional.ofNullable(context.getComponent("quartz", QuartzComponent.class).getScheduler().getTrigger(endpoint.getTriggerKey()));
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not say when " + route.getRouteId() + " is due", e);
        }
    }

    private static String text(Optional<Date> time) {
        return time.map(Date::toInstant).map(Instant::toString).orElse(null);
    }
}
