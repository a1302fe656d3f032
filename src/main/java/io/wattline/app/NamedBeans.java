package io.wattline.app;

import io.wattline.module.Beans;
import java.util.function.BiConsumer;

/** Binds beans where Camel finds them by their names. */
record NamedBeans(BiConsumer<String, Object> registry) implements Beans {

    @Override
    public void forRoutes(String name, Object bean) {
        registry.accept(name, bean);
    }

    @Override
    public void forCamel(String name, Object bean) {
        registry.accept(name, bean);
    }
}
