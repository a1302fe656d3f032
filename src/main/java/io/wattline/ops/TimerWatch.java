package io.wattline.ops;

import io.wattline.alert.Measurement;
import io.wattline.alert.Subject;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.SchedulerException;
import org.quartz.Trigger;

/** How late each Quartz timer is: a turn that does not end keeps the next ones from beginning. */
public final class TimerWatch {

    private final CamelContext context;
    private final Clock clock;

    /** @param clock by which Quartz runs: the machine's */
    public TimerWatch(CamelContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** One value a timer that is late at all, in s, named after its route. */
    public List<Measurement> late() {
        return context.getRoutes().stream().filter(route -> route.getEndpoint() instanceof QuartzEndpoint).flatMap(route -> late(route).stream()).toList();
    }

    private Optional<Measurement> late(Route route) {
        try {
            QuartzEndpoint endpoint = (QuartzEndpoint) route.getEndpoint();
            Trigger trigger = context.getComponent("quartz", QuartzComponent.class).getScheduler().getTrigger(endpoint.getTriggerKey());
            Date next = trigger == null ? null : trigger.getNextFireTime();
            Duration late = next == null ? Duration.ZERO : Duration.between(next.toInstant(), clock.instant());
            return late.isNegative() || late.isZero() ? Optional.empty()
                    : Optional.of(Measurement.of(Subject.part(route.getRouteId()), late.toSeconds(), "its turn of " + next.toInstant() + " has not begun"));
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not say when " + route.getRouteId() + " is due", e);
        }
    }
}
