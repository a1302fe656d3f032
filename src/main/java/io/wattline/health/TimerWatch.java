package io.wattline.health;

import io.wattline.alert.AlertSubject;
import io.wattline.alert.Measurement;
import io.wattline.settings.Times;
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

/** When each Quartz timer fires, and how late it is. A call that does not end delays the next one. */
public final class TimerWatch {

    private final CamelContext context;
    private final Clock clock;

    /** @param clock the machine's, which Quartz follows */
    public TimerWatch(CamelContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** Every timer by name, with its last and its next time. */
    public List<RunningReport.Timer> all() {
        return timers().map(this::timer).sorted(Comparator.comparing(RunningReport.Timer::name)).toList();
    }

    private RunningReport.Timer timer(Route route) {
        Optional<Trigger> trigger = trigger(route);
        return new RunningReport.Timer(route.getRouteId(), text(trigger.map(Trigger::getPreviousFireTime)),
                text(trigger.map(Trigger::getNextFireTime)));
    }

    /** One value in s for each timer that is late, with the id of its route as the name. */
    public List<Measurement> late() {
        return timers().flatMap(route -> late(route).stream()).toList();
    }

    /** Computes the next time of each timer from now on. */
    void scheduleAgain() {
        timers().forEach(route -> trigger(route).ifPresent(this::scheduleAgain));
    }

    private void scheduleAgain(Trigger trigger) {
        try {
            Trigger fresh = trigger.getTriggerBuilder().startAt(Date.from(clock.instant())).build();
            context.getComponent("quartz", QuartzComponent.class).getScheduler()
                    .rescheduleJob(trigger.getKey(), fresh);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not schedule timer " + trigger.getKey() + " again", e);
        }
    }

    private Stream<Route> timers() {
        return context.getRoutes().stream().filter(route -> route.getEndpoint() instanceof QuartzEndpoint);
    }

    private Optional<Measurement> late(Route route) {
        Date next = trigger(route).map(Trigger::getNextFireTime).orElse(null);
        Duration late = next == null ? Duration.ZERO : Duration.between(next.toInstant(), clock.instant());
        return late.isNegative() || late.isZero() ? Optional.empty()
                : Optional.of(Measurement.of(AlertSubject.part(route.getRouteId()),
                late.toSeconds(), "due at " + Times.text(next.toInstant()) + ", not started"));
    }

    private Optional<Trigger> trigger(Route route) {
        try {
            QuartzEndpoint endpoint = (QuartzEndpoint) route.getEndpoint();
            QuartzComponent quartz = context.getComponent("quartz", QuartzComponent.class);
            return Optional.ofNullable(quartz.getScheduler().getTrigger(endpoint.getTriggerKey()));
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not say when timer " + route.getRouteId() + " is due", e);
        }
    }

    private static String text(Optional<Date> time) {
        return time.map(Date::toInstant).map(Instant::toString).orElse(null);
    }
}
