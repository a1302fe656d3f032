package io.wattline.jmx;

import io.wattline.audit.AuditLog;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.modelmbean.ModelMBean;
import org.apache.camel.CamelContext;
import org.apache.camel.support.management.DefaultManagementMBeanAssembler;

/**
 * Camel's own MBeans, made by Camel; what people change by them is written to the audit log, however they have reached
 * them.
 */
public final class AuditedMBeans extends DefaultManagementMBeanAssembler {

    private final AuditLog audit;

    private AuditedMBeans(CamelContext context, AuditLog audit) {
        super(context);
        this.audit = audit;
    }

    /** Before the context makes its MBeans. */
    public static void give(CamelContext context, AuditLog audit) {
        context.getCamelContextExtension().setManagementMBeanAssembler(new AuditedMBeans(context, audit));
    }

    @Override
    public ModelMBean assemble(MBeanServer server, Object managed, ObjectName name) throws JMException {
        ModelMBean made = super.assemble(server, managed, name);
        return made == null ? null : AuditedMBean.of(made, name, audit);
    }
}
