package io.wattline.jmx;

import io.wattline.audit.AuditEntry.Outcome;
import io.wattline.audit.AuditEntry;
import io.wattline.audit.AuditLog;
import java.io.IOException;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.RemoteServer;
import java.rmi.server.ServerNotActiveException;
import java.util.Map;
import javax.management.remote.rmi.RMIConnection;
import javax.management.remote.rmi.RMIJRMPServerImpl;

/**
 * The JDK's authenticator for consoles of other machines. Refused log-ins go to the audit log, with the name that was
 * given and without the password.
 */
final class AuditedAuthenticator extends RMIJRMPServerImpl {

    private final AuditLog audit;

    AuditedAuthenticator(
            int port,
            RMIClientSocketFactory consoles,
            RMIServerSocketFactory door,
            Map<String, Object> environment,
            AuditLog audit)
            throws IOException {
        super(port, consoles, door, environment);
        this.audit = audit;
    }

    @Override
    public RMIConnection newClient(Object credentials) throws IOException {
        try {
            return super.newClient(credentials);
        } catch (SecurityException e) {
            audit.write(
                    new AuditEntry(name(credentials), AuditEntry.Via.JMX, origin(), "session-open", null, null),
                    Outcome.REFUSED,
                    e.getMessage());
            throw e;
        }
    }

    /** Credentials are name and password. */
    private static String name(Object credentials) {
        return credentials instanceof String[] texts && texts.length > 0
                ? JmxCaller.readable(texts[0])
                : JmxCaller.NOBODY_KNOWN;
    }

    private static String origin() {
        try {
            return RemoteServer.getClientHost();
        } catch (ServerNotActiveException e) {
            return null;
        }
    }
}
