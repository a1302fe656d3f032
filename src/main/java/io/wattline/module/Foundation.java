package io.wattline.module;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.wattline.settings.Settings;
import java.time.Clock;

/**
 * What every module is built on.
 *
 * @param database the pool of the service; the application closes it
 * @param meters   where a feature counts what it does
 * @param version  of this build, such as 0.1.0; {@code development} where it runs from classes
 */
public record Foundation(
        Settings settings, Clock clock, HikariDataSource database, PrometheusMeterRegistry meters, String version) {}
