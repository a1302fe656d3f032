package io.wattline.jmx;

import io.wattline.settings.Secret;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.nio.file.Path;
import java.util.List;

/** JMX for other machines. It is off without a port; jconsole and jcmd on this machine need none of these settings. */
public record JmxSettings(
        @Setting(key = "jmx.host", fallback = "127.0.0.1",
                meaning = "Address of this machine under which consoles reach it.")
        String host,
        @Setting(key = "jmx.port", min = "1", max = "65535", optional = true,
                meaning = "Port for consoles on other machines, with TLS and passwords.")
        Integer port,
        @Setting(key = "jmx.password-file", optional = true,
                meaning = "File with a name and a password on each line, as the JDK describes it. Mode 0600.")
        Path passwordFile,
        @Setting(key = "jmx.access-file", optional = true,
                meaning = "File with a name and readonly or readwrite on each line, as the JDK describes it.")
        Path accessFile,
        @Setting(key = "jmx.keystore", optional = true,
                meaning = "PKCS #12 file with the key and the certificate that consoles trust. Mode 0600.")
        Path keystore,
        @Setting(key = "jmx.keystore-password", optional = true, meaning = "Password of jmx.keystore.")
        Secret keystorePassword,
        @Setting(key = "jmx.send-allowed", fallback = "false",
                meaning = "Whether Camel's MBeans may send messages to endpoints, make endpoints and evaluate "
                        + "expressions, which reach files and hosts.")
        boolean sendAllowed) implements SettingsGroup {

    @Override
    public List<String> conflicts() {
        return new JmxCheck(this, System.getProperties()).problems();
    }

    /** Whether other machines are let in. */
    public boolean isOpen() {
        return port != null;
    }
}
