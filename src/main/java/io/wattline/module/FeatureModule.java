package io.wattline.module;

import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelContext;

/** One feature as the application puts it to work. Making a module starts nothing. */
public interface FeatureModule {

    /** Binds the beans of the feature. */
    void bind(Beans beans);

    /** What routes read as <code>{{key}}</code> and that is no setting itself. */
    default Map<String, Object> properties() {
        return Map.of();
    }

    /** Such as {@code estimation}; routes read property {@code timers.estimation}. */
    default String name() {
        return getClass().getSimpleName().replaceFirst("Module$", "").toLowerCase(Locale.ROOT);
    }

    /** Whether the feature is switched on. Timers with parameter {@code when: timers.<name>} start only then. */
    default boolean enabled() {
        return true;
    }

    /**
     * Adds what needs a Camel context, and binds such beans, before routes are loaded. Called with every context, also
     * one that only checks routes.
     */
    default void prepare(CamelContext context, Beans beans) {
    }

    /**
     * Opens what a running service offers to the outside, before routes are loaded. Not called where a command does its
     * work once.
     */
    default void open(CamelContext context) throws Exception {
    }
}
