package io.wattline.app;

import io.wattline.audit.AuditEntry.Outcome;
import io.wattline.audit.AuditEntry;
import io.wattline.audit.AuditLog;
import io.wattline.jmx.Described;
import io.wattline.jmx.JmxCaller;
import io.wattline.jmx.NotNowException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link ControlMBean}, composed of parts that each implement one of its interfaces. Every operation is written to the
 * audit log with its outcome; attributes are only read. A console has neither the classes of Wattline nor those of the
 * database driver. An error therefore reaches it as an {@link IllegalArgumentException} where an argument is wrong and
 * nothing was done, else as an {@link IllegalStateException}, with a message and no cause.
 */
public final class AuditedControl implements InvocationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedControl.class);

    private final List<Object> parts;
    private final AuditLog audit;

    private AuditedControl(List<Object> parts, AuditLog audit) {
        this.parts = parts;
        this.audit = audit;
    }

    /** @param parts one for each interface of {@link ControlMBean} */
    public static ControlMBean of(AuditLog audit, Object... parts) {
        return (ControlMBean) Proxy.newProxyInstance(
                ControlMBean.class.getClassLoader(),
                new Class<?>[] {ControlMBean.class},
                new AuditedControl(List.of(parts), audit));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        Object part = parts.stream().filter(method.getDeclaringClass()::isInstance).findFirst().orElse(this);
        boolean reads = part == this || method.getName().matches("(get|is)[A-Z].*");
        try {
            Object answer = call(part, method, arguments);
            if (!reads) {
                audit.write(entry(method, arguments), Outcome.DONE, answer instanceof String text ? text : null);
            }
            return answer;
        } catch (IllegalArgumentException | NotNowException e) {
            audit.write(entry(method, arguments), Outcome.REFUSED, e.getMessage());
            throw e instanceof NotNowException
                    ? new IllegalStateException(e.getMessage())
                    : new IllegalArgumentException(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("By JMX: {} failed", method.getName(), e);
            if (!reads) {
                audit.write(entry(method, arguments), Outcome.FAILED, e.getMessage());
            }
            throw new IllegalStateException(e.getMessage());
        }
    }

    private static Object call(Object part, Method method, Object... arguments) {
        try {
            return method.invoke(part, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AuditEntry entry(Method method, Object... arguments) {
        Map<String, Object> details = new LinkedHashMap<>();
        String target = null;
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            Described described = method.getParameters()[i].getAnnotation(Described.class);
            if (described.target()) {
                target = String.valueOf(arguments[i]);
            } else {
                details.put(described.name(), arguments[i]);
            }
        }
        return new AuditEntry(
                JmxCaller.name(),
                AuditEntry.Via.JMX,
                null,
                AuditEntry.action(method.getName()),
                target,
                details.isEmpty() ? null : details);
    }
}
