/**
 * JMX: descriptions for consoles, the audit of changes, and access from other machines.
 *
 * <p>Reading order: {@link io.wattline.jmx.Described} and {@link io.wattline.jmx.DescribedMBean} (an MBean whose
 * attributes and operations have descriptions), {@link io.wattline.jmx.NotNowException} (a request that is valid but
 * cannot be done at this moment), {@link io.wattline.jmx.JmxCaller} (who calls), {@link io.wattline.jmx.AuditedMBeans}
 * and {@link io.wattline.jmx.AuditedMBean} (changes through Camel's own MBeans are written to the audit log),
 * {@link io.wattline.jmx.JmxSettings}, {@link io.wattline.jmx.JmxCheck} and {@link io.wattline.jmx.RemoteJmx} (access
 * from other machines, always with TLS and a password), {@link io.wattline.jmx.AuditedAuthenticator} and
 * {@link io.wattline.jmx.RemoteCalls} (log-ins and refused calls).
 *
 * <p>On this machine, jconsole and jcmd need no settings. Features register their own MBeans by
 * {@code module.FeatureModule}.
 *
 * <p>The package may use {@code audit}, {@code settings} and Camel's management interfaces.
 */
package io.wattline.jmx;
