/**
 * What {@code ./wattline demo} and {@code ./wattline routes try} put around the service, so that they need nothing but
 * this machine.
 *
 * <p>Reading order: {@link io.wattline.lab.demo.DemoStage} (everything that a demo needs, started and stopped
 * together), {@link io.wattline.lab.demo.DemoSettings}, {@link io.wattline.lab.demo.DemoSource} (the simulator with a
 * round of faults), {@link io.wattline.lab.demo.EmbeddedDatabase} (PostgreSQL 17 as a child process, kept from one demo
 * to the next), {@link io.wattline.lab.demo.MailCatcher} and {@link io.wattline.lab.demo.WebhookCatcher} (what would be
 * delivered to people), {@link io.wattline.lab.demo.DemoLibraries} (whether their libraries are here),
 * {@link io.wattline.lab.demo.ScaledClock} (a clock that runs faster than the machine's),
 * {@link io.wattline.lab.demo.DemoTallies} and {@link io.wattline.lab.demo.DemoLedger} (the figures on the screen).
 * {@link io.wattline.lab.demo.TrialStage} and {@link io.wattline.lab.demo.RecordedDay} serve {@code routes try}: a
 * fixed day, and an empty schema for each side.
 *
 * <p>Everything listens on the loopback address only. The files are in {@code data/demo}.
 *
 * <p>The package may use {@code lab.simulator}, {@code settings} and {@code database}. It is plain Java.
 */
package io.wattline.lab.demo;
