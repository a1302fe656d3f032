package io.wattline.jmx;

import io.wattline.audit.AuditEntry;
import io.wattline.audit.AuditLog;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** JMX for other machines: TLS and a password, or not at all. One port for both, the registry and what it hands out; the JDK's files of passwords and roles. */
public final class RemoteJmx extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteJmx.class);
    private static final int WAITING_MAX = 50;

    private final Access access;
    private final AuditLog audit;
    private Registry registry;
    private RMIConnectorServer connector;

    /**
     * Who may come in by which door.
     *
     * @param host      address of this machine, by which consoles reach it
     * @param passwords a line a user: name and password
     * @param roles     a line a user: name and readonly or readwrite
     * @param keystore  PKCS #12, with the key and the certificate that consoles trust
     */
    public record Access(String host, int port, Path passwords, Path roles, Path keystore, String keystorePassword) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    public RemoteJmx(Access access, AuditLog audit) {
        this.access = access;
        this.audit = audit;
    }

    @Override
    protected void doStart() throws Exception {
        // the stub that a console gets names this host; Java reads it once
        System.setProperty("java.rmi.server.hostname", access.host());
        SSLContext tls = tls();
        InetAddress address = InetAddress.getByName(access.host());
        RMIClientSocketFactory consoles = new SslRMIClientSocketFactory();
        RMIServerSocketFactory door = port -> tls.getServerSocketFactory().createServerSocket(port, WAITING_MAX, address);
        // the JDK could write hashes into the file, which then must be writable to the service; whoever wants hashes puts them there
        Map<String, Object> environment = Map.of("jmx.remote.x.password.file", access.passwords().toString(), "jmx.remote.x.password.toHashes", "false",
                "jmx.remote.x.access.file", access.roles().toString(), RMIConnectorServer.CREDENTIALS_FILTER_PATTERN, "java.lang.String;!*");
        registry = LocateRegistry.createRegistry(access.port(), consoles, door);
        AuditedAuthenticator server = new AuditedAuthenticator(access.port(), consoles, door, environment, audit);
        connector = new RMIConnectorServer(new JMXServiceURL("rmi", access.host(), access.port()), environment, server, ManagementFactory.getPlatformMBeanServer());
        connector.addNotificationListener((notification, nothing) -> told((JMXConnectionNotification) notification), null, null);
        connector.start();
        // not before: the start puts the roles in front of what is there
        connector.setMBeanServerForwarder(RemoteCalls.of(audit));
        registry.rebind("jmxrmi", server.toStub());
        LOG.info("JMX: other machines come in at service:jmx:rmi:///jndi/rmi://{}/jmxrmi, with TLS and a password", access);
    }

    /** A connection is named {@code rmi://192.0.2.7 ann 3}. */
    private void told(JMXConnectionNotification notification) {
        String[] words = notification.getConnectionId().split(" ");
        String action = notification.getType().equals(JMXConnectionNotification.OPENED) ? "session-open" : "session-close";
        audit.write(new AuditEntry(words.length > 1 ? words[1] : JmxCaller.NOBODY_KNOWN, AuditEntry.Via.JMX, words[0].replaceFirst("^rmi:/*", ""), action, null, null),
                AuditEntry.Outcome.DONE, null);
    }

    private SSLContext tls() throws GeneralSecurityException, IOException {
        char[] password = access.keystorePassword().toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(access.keystore())) {
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
