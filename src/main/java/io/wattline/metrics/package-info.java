/**
 * Metrics for Prometheus.
 *
 * <p>{@link io.wattline.metrics.MetricsCatalogue} reads {@code metrics.yaml}, the list of all metrics with labels and
 * help texts. A feature counts into the registry of its foundation under the names listed there, and adds its metric to
 * the list. {@link io.wattline.metrics.ProcessMeter} measures the process, {@link io.wattline.metrics.RouteMeter} the
 * routes, and {@link io.wattline.metrics.CallMeter} the calls between routes.
 * {@link io.wattline.metrics.PrometheusPage} gives {@code /metrics}, {@link io.wattline.metrics.MetricsModule} puts it
 * together.
 *
 * <p>Conventions: units last ({@code _seconds}, {@code _bytes}); {@code _total} for counters; no label without a bound,
 * so no channel and no site. The package may use Camel and Micrometer, and of the features only the errors of
 * {@code source}.
 */
package io.wattline.metrics;
