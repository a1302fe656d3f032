package io.wattline.app;

import io.wattline.audit.AuditLog;
import io.wattline.jmx.AuditedMBeans;
import io.wattline.jmx.JmxSettings;
import io.wattline.module.FeatureModule;
import io.wattline.routes.RouteGroups;
import org.apache.camel.CamelContext;

/** Puts the modules into a Camel context before its routes are loaded. */
record ContextSetup(Modules modules, CamelContext context) {

    /** Binds the beans of the modules and adds what they need of the context. */
    NamedBeans prepare() {
        NamedBeans beans = new NamedBeans(context);
        modules.bind(beans);
        RouteGroups.give(context);
        AuditedMBeans.give(context, audit(), modules.base().settings().of(JmxSettings.class).sendAllowed());
        modules.all().forEach(module -> module.prepare(context, beans));
        return beans;
    }

    /** Opens what a running service offers to the outside. */
    void open() {
        try {
            for (FeatureModule module : modules.all()) {
                module.open(context);
            }
            ControlAccess.open(context, modules, audit());
        } catch (Exception e) {
            throw new IllegalStateException("JMX did not start: " + e.getMessage(), e);
        }
    }

    private AuditLog audit() {
        return new AuditLog(modules.base().database(), modules.base().clock());
    }
}
