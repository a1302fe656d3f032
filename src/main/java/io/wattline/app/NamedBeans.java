package io.wattline.app;

import io.wattline.module.Beans;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.camel.CamelContext;

/** Binds beans where Camel finds them by their names, and remembers which of them routes may call. */
final class NamedBeans implements Beans {

    private final CamelContext context;
    private final Set<String> forRoutes = new ConcurrentSkipListSet<>();

    NamedBeans(CamelContext context) {
        this.context = context;
    }

    @Override
    public void forRoutes(String name, Object bean) {
        forRoutes.add(name);
        forCamel(name, bean);
    }

    @Override
    public void forCamel(String name, Object bean) {
        context.getRegistry().bind(name, bean);
    }

    /** The names of the beans that routes may call. */
    Set<String> forRoutes() {
        return forRoutes;
    }
}
