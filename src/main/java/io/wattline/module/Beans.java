package io.wattline.module;

/** Takes the beans of a module, each by its name. */
public interface Beans {

    /** A bean that routes may call. Its public methods are listed in {@code docs/beans.md}. */
    void forRoutes(String name, Object bean);

    /**
     * A bean that only Camel's components and Wattline's own code look up, such as the data source. No route may call
     * it.
     */
    void forCamel(String name, Object bean);
}
