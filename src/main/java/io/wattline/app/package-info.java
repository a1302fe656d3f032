/**
 * Assembles Wattline, starts and stops it, and does what the command line and JMX ask of it.
 *
 * <p>Reading order: {@link io.wattline.app.Launcher} and {@link io.wattline.app.Service} (what the command line sees),
 * {@link io.wattline.app.ServiceLauncher} (the real one), {@link io.wattline.app.Modules} (the list of features, in the
 * order in which they need one another), {@link io.wattline.app.RunningService} (Camel Main with the modules,
 * {@link io.wattline.app.ContextSetup} and {@link io.wattline.app.RuntimeProperties}),
 * {@link io.wattline.app.ServiceVerbs} (one method per verb), {@link io.wattline.app.ControlMBean} with
 * {@link io.wattline.app.ControlService} and {@link io.wattline.app.AuditedControl} (JMX),
 * {@link io.wattline.app.RouteChecks} and {@link io.wattline.app.RouteTrial} (edited routes before they run),
 * {@link io.wattline.app.WattlineSettings} (all settings records).
 *
 * <p>{@link io.wattline.app.RunMode} says what a start includes: {@code run} starts every timer; a verb such as
 * {@code sync} starts the same routes without timers and stops when its work is done.
 *
 * <p>This package may use every other one. Only the root package and {@code cli} may use it.
 */
package io.wattline.app;
