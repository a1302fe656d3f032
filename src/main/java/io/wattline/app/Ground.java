package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.wattline.settings.Settings;
import java.time.Clock;
import java.util.Map;

/**
 * What a group of beans is made of. Each capability makes its own in a class {@code <Capability>Beans} beside this one.
 *
 * @param beans by the names that the routes use
 */
record Ground(Settings settings, Clock clock, HikariDataSource database, MeterRegistry registry, Map<String, Object> beans) {

    <T> T bind(String name, T bean) {
        beans.put(name, bean);
        return bean;
    }
}
