package io.wattline;

import io.wattline.alert.AlertDesk;
import io.wattline.backfill.Backfills;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.Replay;
import io.wattline.ops.AlertControl;
import io.wattline.ops.Control;
import io.wattline.ops.ControlService;
import io.wattline.ops.HealthParts;
import org.apache.camel.ProducerTemplate;

/** What operators reach over JMX. */
final class ControlBeans {

    private ControlBeans() {
    }

    static ControlService service(Wiring wiring, HealthParts parts, ProducerTemplate template, Backfills backfills, DeadLetters letters, Replay replay) {
        Runnable trigger = () -> template.sendBody("direct:readings-due", null);
        return new ControlService(new Control(wiring.pollDesk, wiring.metrics, parts::breaker, trigger, backfills, letters, replay,
                new AlertControl((AlertDesk) wiring.beans().get("alertDesk"), () -> template.sendBody("direct:alerts-check", null))));
    }
}
