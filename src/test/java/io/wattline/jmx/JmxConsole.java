package io.wattline.jmx;

import io.wattline.app.ControlMBean;
import io.wattline.app.ControlService;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Map;
import javax.management.JMX;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A console on another machine: a process of its own, since a JVM knows one set of trusted certificates. Says what it
 * saw, or what went wrong.
 */
final class JmxConsole {

    private JmxConsole() {
    }

    /** @param arguments port, user, password */
    public static void main(String[] arguments) throws Exception {
        String url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + arguments[0] + "/jmxrmi";
        Map<String, Object> environment = Map.of(JMXConnector.CREDENTIALS, new String[] {arguments[1], arguments[2]},
                "com.sun.jndi.rmi.factory.socket", new javax.rmi.ssl.SslRMIClientSocketFactory());
        try (JMXConnector console =
                JMXConnectorFactory.connect(new JMXServiceURL(url), arguments[1].isEmpty() ? Map.of() : environment)) {
            ControlMBean control = JMX.newMBeanProxy(
                    console.getMBeanServerConnection(), new ObjectName(ControlService.NAME), ControlMBean.class);
            System.out.println("breaker " + control.getBreakerState());
            System.out.println(control.pauseIngestion());
            System.out.println(control.resumeIngestion());
            ManagementFactory.newPlatformMXBeanProxy(
                            console.getMBeanServerConnection(),
                            ManagementFactory.MEMORY_MXBEAN_NAME,
                            MemoryMXBean.class)
                    .gc();
            System.out.println("cleared up");
        } catch (java.io.IOException | SecurityException e) {
            System.out.println("refused: " + e);
        }
    }
}
