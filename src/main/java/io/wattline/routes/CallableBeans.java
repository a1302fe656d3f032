package io.wattline.routes;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What routes may call: the beans and methods of {@code docs/beans.md}, and the names that a path of Simple may follow
 * through the records which these methods take and give.
 */
public final class CallableBeans {

    private static final String OURS = "io.wattline.";
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private final Map<String, Class<?>> types = new LinkedHashMap<>();
    private final Set<String> fields = new TreeSet<>();

    /**
     * @param names of the beans that routes may call
     * @param beans class of a bean by its name; null where no bean has it
     * @param more  names that a path may follow besides components of records
     */
    CallableBeans(Set<String> names, Function<String, Class<?>> beans, Set<String> more) {
        fields.addAll(more);
        Set<Class<?>> seen = new HashSet<>();
        names.forEach(name -> Optional.<Class<?>>ofNullable(beans.apply(name)).ifPresent(type -> {
            types.put(name, type);
            methods(type).forEach(method -> Stream.concat(
                            Stream.of(method.getGenericReturnType()),
                            Arrays.stream(method.getGenericParameterTypes()))
                    .forEach(each -> collect(each, seen)));
        }));
    }

    /** The methods of a bean that routes may call: those that Wattline declares, in no particular order. */
    public static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith(OURS))
                .filter(method -> !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !OF_EVERY_OBJECT.contains(method.getName()));
    }

    boolean has(String bean) {
        return types.containsKey(bean);
    }

    /** Whether the bean has a public method of this name. */
    boolean has(String bean, String method) {
        return methods(types.get(bean)).anyMatch(each -> each.getName().equals(method));
    }

    String typeName(String bean) {
        return types.get(bean).getSimpleName();
    }

    /** Whether a path of Simple may go on with this name. */
    boolean isField(String name) {
        return fields.contains(name);
    }

    private void collect(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), seen);
            List.of(generic.getActualTypeArguments()).forEach(each -> collect(each, seen));
        } else if (type instanceof Class<?> plain && plain.getName().startsWith(OURS) && seen.add(plain)) {
            if (plain.isRecord()) {
                for (RecordComponent component : plain.getRecordComponents()) {
                    fields.add(component.getName());
                    collect(component.getGenericType(), seen);
                }
            }
            methods(plain).filter(CallableBeans::isQuestion).map(Method::getName).forEach(fields::add);
        }
    }

    /** Such as {@code isDue}. */
    private static boolean isQuestion(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() == boolean.class
                && method.getName().matches("(?:is|has)[A-Z]\\w*");
    }
}
