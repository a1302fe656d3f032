/**
 * The audit log: who did what to a running Wattline, and with which outcome.
 *
 * <p>Reading order: {@link io.wattline.audit.AuditEntry} is one action with caller, interface, origin and target;
 * {@link io.wattline.audit.AuditLog} writes it to table {@code audit_log} and to the log, so that it is known even
 * while the database is unreachable.
 *
 * <p>Actions come from the command line ({@code cli.CliAudit}), JMX ({@code app.AuditedControl},
 * {@code jmx.AuditedMBean}) and HTTP. The name of a caller over JMX is authenticated; at the command line it is the
 * name that the caller gives.
 *
 * <p>The package may use {@code database} and Jackson. It is plain Java.
 */
package io.wattline.audit;
