package io.wattline.jmx;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.NotCompliantMBeanException;
import javax.management.StandardMBean;

/** A standard MBean that tells consoles what its interface says of it ({@link Described}). */
public final class DescribedMBean extends StandardMBean {

    private final Class<?> type;

    public <T> DescribedMBean(T bean, Class<T> type) throws NotCompliantMBeanException {
        super(bean, type);
        this.type = type;
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return type.getAnnotation(Described.class).value();
    }

    @Override
    protected String getDescription(MBeanAttributeInfo attribute) {
        return method((attribute.isIs() ? "is" : "get") + attribute.getName(), 0)
                .map(found -> found.getAnnotation(Described.class).value())
                .orElse("");
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation) {
        return method(operation.getName(), operation.getSignature().length)
                .map(found -> found.getAnnotation(Described.class).value())
                .orElse("");
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return parameter(operation, sequence).map(Described::name).orElse("");
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return parameter(operation, sequence).map(Described::value).orElse("");
    }

    private Optional<Described> parameter(MBeanOperationInfo operation, int sequence) {
        return method(operation.getName(), operation.getSignature().length)
                .map(found -> found.getParameters()[sequence])
                .map((Parameter found) -> found.getAnnotation(Described.class));
    }

    private Optional<Method> method(String name, int parameters) {
        return Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(name) && each.getParameterCount() == parameters)
                .findFirst();
    }
}
