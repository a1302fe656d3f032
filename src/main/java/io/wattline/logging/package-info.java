/**
 * Logging: one line per event, times in UTC, no secrets.
 *
 * <p>Reading order: {@link io.wattline.logging.LogSetup} prepares Logback before anything logs (file, level and
 * {@code config/logback.xml}); {@link io.wattline.logging.SafeLayout} formats an event, removes secrets
 * ({@link io.wattline.logging.Secrets}) and control characters ({@link io.wattline.logging.OneLine});
 * {@link io.wattline.logging.RootCauseConverter} adds the first cause of an exception;
 * {@link io.wattline.logging.ComplaintListener} reports problems of the logging itself to stderr.
 *
 * <p>Everybody logs through SLF4J. {@code java.util.logging} and Commons Logging are redirected to it.
 *
 * <p>The package may use {@code settings} for the home folder and the names of secrets. It must not depend on any
 * feature, since it is started first.
 */
package io.wattline.logging;
