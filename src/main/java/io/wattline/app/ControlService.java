package io.wattline.app;

import io.wattline.jmx.DescribedMBean;
import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets operators reach {@link ControlMBean} while the service runs. */
public final class ControlService extends ServiceSupport {

    public static final String NAME = "io.wattline:type=Control";
    private static final Logger LOG = LoggerFactory.getLogger(ControlService.class);

    private final ControlMBean control;
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private boolean registered;

    public ControlService(ControlMBean control) {
        this.control = control;
    }

    @Override
    protected void doStart() throws JMException {
        try {
            server.registerMBean(new DescribedMBean(control, ControlMBean.class), new ObjectName(NAME));
            registered = true;
        } catch (InstanceAlreadyExistsException e) {
            LOG.warn("JMX: {} belongs to another service of this process; this service has no such MBean", NAME);
        }
    }

    @Override
    protected void doStop() throws JMException {
        if (registered) {
            registered = false;
            server.unregisterMBean(new ObjectName(NAME));
        }
    }
}
