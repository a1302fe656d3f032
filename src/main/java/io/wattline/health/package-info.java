/**
 * What a running service knows of itself.
 *
 * <p>{@link io.wattline.health.Health} checks the parts of the service and remembers since when a part is wrong; it
 * gives {@code /health}, {@code /health/ready} and {@code /health/live}. {@link io.wattline.health.HealthChecks} are
 * the parts that work or do not work, {@link io.wattline.health.LimitChecks} those that have a limit.
 * {@link io.wattline.health.OpenWork} holds what a timer counts in the database. The same state is shown in four
 * places: {@link io.wattline.health.RunningState} ({@code /health/status}, for {@code wattline status}),
 * {@link io.wattline.health.ServiceState} (JMX), {@link io.wattline.health.StateGauges} (Prometheus) and
 * {@link io.wattline.health.ProcessMeasures} (alert rules).
 *
 * <p>{@link io.wattline.health.HealthModule} puts it together. The routes are in {@code operations.camel.yaml}. The
 * package may use Camel; of other features it uses what they say of themselves: the state of the source, of polling,
 * and the measures of alerts.
 */
package io.wattline.health;
