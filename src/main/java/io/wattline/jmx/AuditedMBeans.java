package io.wattline.jmx;

import io.wattline.audit.AuditLog;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.modelmbean.ModelMBean;
import org.apache.camel.CamelContext;
import org.apache.camel.support.management.DefaultManagementMBeanAssembler;

/**
 * Camel's own MBeans. Changes through them go to the audit log, whatever the connection.
 */
public final class AuditedMBeans extends DefaultManagementMBeanAssembler {

    private final AuditLog audit;
    private final boolean maySend;

    private AuditedMBeans(CamelContext context, AuditLog audit, boolean maySend) {
        super(context);
        this.audit = audit;
        this.maySend = maySend;
    }

    /**
     * Before the context makes its MBeans.
     *
     * @param maySend whether they may send messages and evaluate expressions
     */
    public static void give(CamelContext context, AuditLog audit, boolean maySend) {
        context.getCamelContextExtension().setManagementMBeanAssembler(new AuditedMBeans(context, audit, maySend));
    }

    @Override
    public ModelMBean assemble(MBeanServer server, Object managed, ObjectName name) throws JMException {
        ModelMBean made = super.assemble(server, managed, name);
        return made == null ? null : AuditedMBean.of(made, name, audit, maySend);
    }
}
