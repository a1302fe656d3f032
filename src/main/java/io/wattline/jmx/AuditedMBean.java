package io.wattline.jmx;

import io.wattline.audit.AuditEntry.Outcome;
import io.wattline.audit.AuditEntry;
import io.wattline.audit.AuditLog;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.ObjectName;
import javax.management.modelmbean.ModelMBean;

/**
 * An MBean of Camel whose changes go to the audit log: operations that change something, and attributes that are set.
 * Queries are not logged.
 */
final class AuditedMBean implements InvocationHandler {

    /** Operations that only read. An operation with another name is logged, even where it only reads. */
    private static final String QUESTION = "(get|is|has|list|dump|browse|explain|count|find|query|sources?"
            + "|endpointServices|documentation|information|qualified|component|route|processor)([A-Z].*)?";
    /** Operations that control existing routes. Others send messages, make endpoints, or evaluate expressions. */
    private static final String CONTROL = "(start|stop|suspend|resume|restart|reset|clear|purge|force)([A-Z].*)?"
            + "|interrupt|remove|canSendToEndpoint|verify|size|queueSize|currentState|details|variables"
            + "|(extendedInformation|statsAsJSon|names|languageNames|dataFormatNames|endpointStatistics|apiDocAsJson)";
    /** Attributes that hold an expression, a folder or an address. */
    private static final String REACHING = ".*(Expression|Filter|Pattern|Directory|Uri|Url)";

    private final ModelMBean bean;
    private final String target;
    private final AuditLog audit;
    private final boolean maySend;

    private AuditedMBean(ModelMBean bean, String target, AuditLog audit, boolean maySend) {
        this.bean = bean;
        this.target = target;
        this.audit = audit;
        this.maySend = maySend;
    }

    static ModelMBean of(ModelMBean bean, ObjectName name, AuditLog audit, boolean maySend) {
        String target = String.valueOf(name.getKeyProperty("type")) + "/"
                + String.valueOf(name.getKeyProperty("name")).replace("\"", "");
        return (ModelMBean) Proxy.newProxyInstance(
                AuditedMBean.class.getClassLoader(),
                new Class<?>[] {ModelMBean.class},
                new AuditedMBean(bean, target, audit, maySend));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        AuditEntry entry = entry(method.getName(), arguments);
        String reaching = maySend ? null : reaching(method.getName(), arguments);
        if (reaching != null) {
            String why = reaching + " is refused, since it can reach files and hosts; setting jmx.send-allowed allows "
                    + "it. Nothing was done.";
            write(entry, Outcome.REFUSED, why);
            throw new SecurityException(why);
        }
        try {
            Object answer = method.invoke(bean, arguments);
            write(entry, Outcome.DONE, answer instanceof String text ? text : null);
            return answer;
        } catch (InvocationTargetException e) {
            write(entry, Outcome.FAILED, e.getCause().getMessage());
            throw e.getCause();
        }
    }

    /** The operation or attribute that does more than control existing routes; null where it does not. */
    private static String reaching(String call, Object... arguments) {
        if (call.equals("invoke")) {
            String operation = String.valueOf(arguments[0]);
            return operation.matches(QUESTION + "|" + CONTROL) ? null : operation;
        }
        if (call.equals("setAttribute")) {
            String attribute = ((Attribute) arguments[0]).getName();
            return attribute.matches(REACHING) ? attribute : null;
        }
        return call.equals("setAttributes")
                ? ((AttributeList) arguments[0]).asList().stream().map(Attribute::getName)
                        .filter(name -> name.matches(REACHING)).findFirst().orElse(null)
                : null;
    }

    private void write(AuditEntry entry, Outcome outcome, String answer) {
        if (entry != null) {
            audit.write(entry, outcome, answer);
        }
    }

    /** Null where nothing changes. */
    private AuditEntry entry(String call, Object... arguments) {
        if (call.equals("invoke") && !String.valueOf(arguments[0]).matches(QUESTION)) {
            return entry(
                    "camel-" + AuditEntry.action(String.valueOf(arguments[0])),
                    "arguments",
                    arguments[1] == null ? List.of() : texts((Object[]) arguments[1]));
        }
        if (call.equals("setAttribute")) {
            Attribute attribute = (Attribute) arguments[0];
            return entry("camel-attribute-set", attribute.getName(), String.valueOf(attribute.getValue()));
        }
        return call.equals("setAttributes")
                ? entry("camel-attributes-set", "attributes", String.valueOf(arguments[0]))
                : null;
    }

    private AuditEntry entry(String action, String detail, Object value) {
        return new AuditEntry(JmxCaller.name(), AuditEntry.Via.JMX, null, action, target, Map.of(detail, value));
    }

    private static List<String> texts(Object... values) {
        return Arrays.stream(values).map(String::valueOf).toList();
    }
}
