package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** Every timer of the service, fired once by Quartz. */
class TimersTest {

    private static WattlineUnderTest wattline;

    @BeforeAll
    static void start() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-08T00:10:00Z"));
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(1, 1), clock), clock, Map.of(), RunMode.TIMERS);
        wattline.awaitIdle();
    }

    @AfterAll
    static void stop() {
        wattline.close();
    }

    @Test
    void every_timer_calls_its_route_and_the_route_ends_well() throws SchedulerException {
        List<Route> timers = wattline.context().getRoutes().stream()
                .filter(route -> route.getEndpoint() instanceof QuartzEndpoint)
                .toList();
        assertThat(timers).hasSizeGreaterThan(15);
        for (Route timer : timers) {
            fire((QuartzEndpoint) timer.getEndpoint());
            ManagedRouteMBean calls = wattline.context()
                    .getCamelContextExtension()
                    .getContextPlugin(ManagedCamelContext.class)
                    .getManagedRoute(timer.getId());
            await(timer.getId() + " has fired").until(() -> calls.getExchangesTotal() >= 1);
            wattline.awaitIdle();
            assertThat(calls.getExchangesFailed()).as(timer.getId()).isZero();
        }
    }

    private static void fire(QuartzEndpoint timer) throws SchedulerException {
        Scheduler scheduler =
                wattline.context().getComponent("quartz", QuartzComponent.class).getScheduler();
        scheduler.triggerJob(scheduler.getTrigger(timer.getTriggerKey()).getJobKey());
    }
}
