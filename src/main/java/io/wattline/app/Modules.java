package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.wattline.alert.AlertModule;
import io.wattline.anomaly.AnomalyModule;
import io.wattline.alert.AlertSubject;
import io.wattline.alert.Measure;
import io.wattline.alert.Measurement;
import io.wattline.backfill.BackfillModule;
import io.wattline.deadletter.DeadLetterModule;
import io.wattline.discovery.DiscoveryModule;
import io.wattline.energy.EnergyModule;
import io.wattline.eniscope.EniscopeModule;
import io.wattline.estimation.EstimationModule;
import io.wattline.export.ExportModule;
import io.wattline.forecast.ForecastModule;
import io.wattline.forecast.StorageLevel;
import io.wattline.gap.GapModule;
import io.wattline.health.Disk;
import io.wattline.health.Health;
import io.wattline.health.HealthModule;
import io.wattline.http.ApiFeatures;
import io.wattline.http.HttpModule;
import io.wattline.metrics.MetricsCatalogue;
import io.wattline.metrics.MetricsModule;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.quality.QualityModule;
import io.wattline.reading.ReadingModule;
import io.wattline.reconciliation.ReconciliationModule;
import io.wattline.report.ReportModule;
import io.wattline.routes.RouteEdits;
import io.wattline.settings.Settings;
import io.wattline.validation.ValidationModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The features of Wattline: one of each module, in the order in which they need one another. Nothing here starts
 * anything.
 */
final class Modules {

    private final AtomicReference<ConfigurationHash> configuration;
    final EniscopeModule source;
    final ValidationModule validation;
    final ReadingModule reading;
    final DeadLetterModule deadLetters;
    final GapModule gaps;
    final BackfillModule backfill;
    final ReconciliationModule reconciliation;
    final EstimationModule estimation;
    final QualityModule quality;
    final AnomalyModule anomalies;
    final ForecastModule forecasts;
    final EnergyModule energy;
    final DiscoveryModule discovery;
    final AlertModule alerts;
    final ReportModule reports;
    final ExportModule exports;
    final MetricsModule metrics;
    final HealthModule health;
    final HttpModule http;
    final RouteEdits routeEdits = new RouteEdits();
    private final Foundation base;

    static Modules of(Settings settings, Clock clock, HikariDataSource database, String version) {
        PrometheusMeterRegistry meters =
                MetricsCatalogue.describe(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        return new Modules(new Foundation(settings, clock, database, meters, version));
    }

    Modules(Foundation base) {
        this.base = base;
        configuration = new AtomicReference<>(ConfigurationHash.of(base.settings()));
        source = new EniscopeModule(base);
        validation = new ValidationModule(base, source.format());
        reading = new ReadingModule(base, source.format(), source.fields().extraColumns(),
                validation.rules().version(), () -> configuration.get().text());
        deadLetters = new DeadLetterModule(base, validation.rules().version(), source.format());
        gaps = new GapModule(base, reading.settings());
        backfill = backfillModule();
        reconciliation = new ReconciliationModule(base, reading.settings());
        estimation = new EstimationModule(base, source.fields());
        quality = new QualityModule(base, reading.scheduler(), source.hasAccount());
        anomalies = new AnomalyModule(base);
        energy = new EnergyModule(base, reading.scheduler()::isStopping);
        discovery = new DiscoveryModule(base, source.fields(), source::offeredFields);
        alerts = alertModule();
        reports = new ReportModule(base);
        exports = new ExportModule(base, source.fields().extraColumns());
        metrics = new MetricsModule(base);
        health = new HealthModule(base, source.state(), metrics::sourceCalls, reading, alerts.evaluations());
        forecasts = forecastModule();
        watchRouteEdits();
        http = new HttpModule(base, apiFeatures());
    }

    private BackfillModule backfillModule() {
        return new BackfillModule(
                base, reading.scheduler(), reading.settings(), gaps.settings(),
                source.requests().requestsPerSecond(), source.requests().requestsInFlight());
    }

    private AlertModule alertModule() {
        return new AlertModule(
                base, text -> configuration.updateAndGet(before -> before.withFile(AlertModule.RULES, text)));
    }

    private ForecastModule forecastModule() {
        return new ForecastModule(base, new ForecastModule.Limits(reading.settings().lookBack(),
                reading.settings().lookBackMax(), source.requests().requestsPerSecond()), () -> {
            Disk disk = new Disk(health.spool().path());
            return new StorageLevel(disk.sizeBytes() - disk.freeBytes(), disk.sizeBytes(), health.spool().bytes());
        });
    }

    private void watchRouteEdits() {
        health.add(new Health.Part("route-edits", false, routeEdits::reason));
        alerts.evaluations().watch(Measure.ROUTES_REFUSED, () -> routeEdits.reason()
                .map(why -> Measurement.of(AlertSubject.wattline(), 1, why)).stream().toList());
    }

    private ApiFeatures apiFeatures() {
        return new ApiFeatures(
                source.format(), reading.pause(), quality.standard(), alerts.actions(), alerts::rule,
                backfill.backfills(), deadLetters::replay, exports, health);
    }

    List<FeatureModule> all() {
        return List.of(
                source,
                validation,
                reading,
                deadLetters,
                gaps,
                backfill,
                reconciliation,
                estimation,
                quality,
                anomalies,
                forecasts,
                energy,
                discovery,
                alerts,
                reports,
                exports,
                metrics,
                health,
                http);
    }

    void bind(Beans beans) {
        beans.forCamel("dataSource", base.database());
        all().forEach(module -> module.bind(beans));
    }

    /** The configuration that is in force names these routes from now on. */
    void routesInForce(Map<Path, String> texts) {
        configuration.updateAndGet(before -> before.withRoutes(texts));
    }

    Foundation base() {
        return base;
    }
}
