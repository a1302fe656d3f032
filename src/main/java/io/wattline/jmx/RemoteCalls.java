package io.wattline.jmx;

import io.wattline.audit.AuditEntry.Outcome;
import io.wattline.audit.AuditEntry;
import io.wattline.audit.AuditLog;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.MBeanServerForwarder;

/**
 * Calls from consoles of other machines, before roles are checked. Calls that a role refuses go to the audit log, and
 * so do changes of MBeans that have no audit of their own, such as those of Java. Queries are not logged.
 */
final class RemoteCalls implements InvocationHandler {

    private static final Set<String> CHANGES =
            Set.of("invoke", "setAttribute", "setAttributes", "createMBean", "unregisterMBean");
    private static final String QUESTION = "(get|is|has|find)[A-Z].*|dumpAllThreads";
    /** Domains with an audit of their own, and the prefix of their actions. */
    private static final Map<String, String> AUDITED = Map.of("io.wattline", "", "org.apache.camel", "camel-");

    private final AuditLog audit;
    private MBeanServer server;

    private RemoteCalls(AuditLog audit) {
        this.audit = audit;
    }

    static MBeanServerForwarder of(AuditLog audit) {
        return (MBeanServerForwarder) Proxy.newProxyInstance(
                RemoteCalls.class.getClassLoader(),
                new Class<?>[] {MBeanServerForwarder.class},
                new RemoteCalls(audit));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("setMBeanServer")) {
            server = (MBeanServer) arguments[0];
            return null;
        }
        return method.getName().equals("getMBeanServer") ? server : pass(method, arguments);
    }

    private Object pass(Method method, Object... arguments) throws Throwable {
        try {
            Object answer = method.invoke(server, arguments);
            write(method, arguments, Outcome.DONE, null);
            return answer;
        } catch (InvocationTargetException e) {
            write(
                    method, arguments, e.getCause() instanceof SecurityException ? Outcome.REFUSED : Outcome.FAILED,
                    e.getCause().getMessage());
            throw e.getCause();
        }
    }

    private void write(Method method, Object[] arguments, Outcome outcome, String answer) {
        boolean isChange = CHANGES.contains(method.getName());
        ObjectName bean = isChange
                ? (ObjectName) Arrays.stream(arguments)
                        .filter(ObjectName.class::isInstance)
                        .findFirst()
                        .orElseThrow()
                : null;
        String call = isChange && method.getName().equals("invoke") ? String.valueOf(arguments[1]) : method.getName();
        if (isChange
                && !call.matches(QUESTION)
                && (outcome == Outcome.REFUSED || !AUDITED.containsKey(bean.getDomain()))) {
            String action = AUDITED.getOrDefault(bean.getDomain(), "jvm-") + AuditEntry.action(call);
            String details = JmxCaller.readable(Arrays.deepToString(arguments));
            audit.write(
                    new AuditEntry(
                            JmxCaller.name(), AuditEntry.Via.JMX, null, action, bean.toString(),
                            Map.of("arguments", details)),
                    outcome,
                    answer);
        }
    }
}
