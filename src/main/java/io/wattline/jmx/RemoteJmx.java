package io.wattline.jmx;

import io.wattline.audit.AuditEntry;
import io.wattline.audit.AuditLog;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.rmi.NoSuchObjectException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.management.remote.JMXConnectionNotification;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.rmi.ssl.SslRMIClientSocketFactory;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JMX for other machines, always with TLS and a password. One port serves the registry and the connections; users and
 * roles are in the JDK's files.
 */
public final class RemoteJmx extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteJmx.class);
    private static final int WAITING_MAX = 50;

    private final JmxSettings settings;
    private final AuditLog audit;
    private Registry registry;
    private RMIConnectorServer connector;

    /** @param settings with a port */
    public RemoteJmx(JmxSettings settings, AuditLog audit) {
        this.settings = settings;
        this.audit = audit;
    }

    @Override
    protected void doStart() throws Exception {
        // The stub that a console gets names this host; Java reads it once.
        System.setProperty("java.rmi.server.hostname", settings.host());
        SSLContext tls = tls();
        InetAddress address = InetAddress.getByName(settings.host());
        RMIClientSocketFactory consoles = new SslRMIClientSocketFactory();
        RMIServerSocketFactory server =
                port -> tls.getServerSocketFactory().createServerSocket(port, WAITING_MAX, address);
        Map<String, Object> environment = environment();
        registry = LocateRegistry.createRegistry(settings.port(), consoles, server);
        AuditedAuthenticator authenticator =
                new AuditedAuthenticator(settings.port(), consoles, server, environment, audit);
        connector = new RMIConnectorServer(
                new JMXServiceURL("rmi", settings.host(), settings.port()), environment, authenticator,
                ManagementFactory.getPlatformMBeanServer());
        connector.addNotificationListener(
                (notification, nothing) -> audit((JMXConnectionNotification) notification), null, null);
        connector.start();
        // After the start, which puts the check of roles in front of the forwarder that it finds.
        connector.setMBeanServerForwarder(RemoteCalls.of(audit));
        registry.rebind("jmxrmi", authenticator.toStub());
        LOG.info("JMX: other machines connect to service:jmx:rmi:///jndi/rmi://{}/jmxrmi, with TLS and a password",
                settings.host() + ":" + settings.port());
    }

    private Map<String, Object> environment() {
        return Map.of(
                "jmx.remote.x.password.file", settings.passwordFile().toString(),
                // The JDK would write hashes into the file, which then must be writable to the service.
                "jmx.remote.x.password.toHashes", "false",
                "jmx.remote.x.access.file", settings.accessFile().toString(),
                RMIConnectorServer.CREDENTIALS_FILTER_PATTERN, "java.lang.String;!*");
    }

    /** A connection is named {@code rmi://192.0.2.7 ann 3}. */
    private void audit(JMXConnectionNotification notification) {
        String[] words = notification.getConnectionId().split(" ");
        String action =
                notification.getType().equals(JMXConnectionNotification.OPENED) ? "session-open" : "session-close";
        audit.write(
                new AuditEntry(
                        words.length > 1 ? words[1] : JmxCaller.NOBODY_KNOWN,
                        AuditEntry.Via.JMX,
                        words[0].replaceFirst("^rmi:/*", ""),
                        action,
                        null,
                        null),
                AuditEntry.Outcome.DONE,
                null);
    }

    private SSLContext tls() throws GeneralSecurityException, IOException {
        char[] password = settings.keystorePassword().value().toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(settings.keystore())) {
            keys.load(file, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }

    @Override
    protected void doStop() throws IOException {
        try {
            if (connector != null) {
                connector.stop();
            }
        } finally {
            shut();
        }
    }

    private void shut() throws NoSuchObjectException {
        if (registry != null) {
            UnicastRemoteObject.unexportObject(registry, true);
        }
    }
}
