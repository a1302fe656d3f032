package io.wattline.app;

import io.wattline.alert.AlertControl;
import io.wattline.anomaly.AnomalyActions;
import io.wattline.anomaly.AnomalyBook;
import io.wattline.anomaly.AnomalyControl;
import io.wattline.anomaly.DetectorBoard;
import io.wattline.anomaly.StoredBacktest;
import io.wattline.audit.AuditLog;
import io.wattline.backfill.BackfillControl;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.ReplayControl;
import io.wattline.forecast.ForecastActions;
import io.wattline.forecast.ForecastControl;
import io.wattline.jmx.JmxSettings;
import io.wattline.jmx.RemoteJmx;
import io.wattline.routes.RouteControl;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** Opens JMX for operators while a service runs. */
final class ControlAccess {

    /** The actor in {@code audit_log} and in a job. */
    private static final String OPERATOR = "jmx";

    private ControlAccess() {
    }

    /** Opens {@code io.wattline:type=Control}, and access from other machines where jmx.port is set. */
    static void open(CamelContext context, Modules modules, AuditLog audit) throws Exception {
        // a pause that an operator asked for before the restart goes on
        modules.reading.pause().restore();
        context.addService(new ControlService(control(context, modules, audit)));
        JmxSettings remote = modules.base().settings().of(JmxSettings.class);
        if (remote.isOpen()) {
            context.addService(new RemoteJmx(remote, audit));
        }
    }

    private static ControlMBean control(CamelContext context, Modules modules, AuditLog audit) {
        ProducerTemplate routes = context.createProducerTemplate();
        return AuditedControl.of(
                audit,
                modules.health.state(),
                modules.reading.control(routes),
                new RouteControl(context),
                new BackfillControl(modules.backfill.backfills(), OPERATOR),
                new ReplayControl(
                        new DeadLetters(modules.base().database()), modules.deadLetters.replay(routes), OPERATOR),
                new AnomalyControl(new AnomalyActions(modules.base().database(), modules.base().clock()),
                        new DetectorBoard(modules.base().database(), modules.base().clock()),
                        new StoredBacktest(AnomalyBook.of(modules.base().settings().home()),
                                modules.base().database(), modules.base().clock()), OPERATOR),
                new ForecastControl(new ForecastActions(modules.base().database()),
                        () -> modules.forecasts.run(routes)),
                new AlertControl(modules.alerts.actions(), () -> routes.sendBody("direct:alerts-check", null)));
    }
}
