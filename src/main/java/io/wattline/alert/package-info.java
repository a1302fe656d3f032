/**
 * Alerts: what {@code config/alerts.yaml} says is wrong, and who is notified of it.
 *
 * <p>Reading order: {@link io.wattline.alert.AlertRule} and {@link io.wattline.alert.Measure} (what is watched),
 * {@link io.wattline.alert.Evaluation} (one evaluation of all rules: pure), {@link io.wattline.alert.Alert} and its
 * {@code AlertLifecycle} (states, and when people are notified), {@link io.wattline.alert.Evaluations} (the steps that
 * {@code routes/alerts.camel.yaml} calls), {@link io.wattline.alert.Outbox} and {@link io.wattline.alert.Delivery}
 * ({@code routes/alert-delivery.camel.yaml}), {@link io.wattline.alert.MessageFormats}
 * ({@code routes/alert-to.camel.yaml}). {@link io.wattline.alert.AlertActions} is what people do with alerts.
 *
 * <p>A result of a rule belongs to one alert per rule and site. An alert, its history and its messages are stored in
 * one transaction ({@code db/sql/alerts-keep.sql}). Messages are delivered at least once. While the database is
 * unreachable, {@link io.wattline.alert.AlertMemory} holds what is stored later.
 *
 * <p>The package uses {@code settings}, {@code yaml}, {@code json}, {@code database} and {@code jmx}. Only
 * {@code AlertModule}, {@code AlertRoutes} and {@code AlertDeliveryRoutes} use Camel.
 */
package io.wattline.alert;
