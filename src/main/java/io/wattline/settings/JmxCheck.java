package io.wattline.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** JMX for other machines has TLS, passwords and roles, and nobody else on this machine can read the secrets: or the service does not start. */
final class JmxCheck {

    private static final String FLAG = "com.sun.management.jmxremote";
    private static final Pattern SHARED = Pattern.compile("...(?!------)......");

    private final Settings settings;
    private final Properties java;
    private final List<String> problems = new ArrayList<>();

    /** @param java properties of the JVM, by which somebody may have opened a port past us */
    JmxCheck(Settings settings, Properties java) {
        this.settings = settings;
        this.java = java;
    }

    List<String> problems() {
        if (settings.has("jmx.port")) {
            file("jmx.password-file", true);
            file("jmx.access-file", false);
            file("jmx.keystore", true);
            if (!settings.has("jmx.keystore-password")) {
                problems.add("jmx.keystore-password is not set although jmx.port is; JMX for other machines goes by TLS. " + SettingRule.place("jmx.keystore-password"));
            }
        }
        if (java.containsKey(FLAG + ".port") || java.containsKey(FLAG + ".rmi.port")) {
            flag(".ssl");
            flag(".authenticate");
        }
        return List.copyOf(problems);
    }

    private void file(String key, boolean secret) {
        Path file = settings.has(key) ? settings.path(key) : null;
        if (file == null || !Files.isReadable(file)) {
            problems.add(key + (file == null ? " is not set although jmx.port is" : " is " + file + ", which is no file that can be read")
                    + "; JMX for other machines needs jmx.password-file, jmx.access-file and jmx.keystore. " + SettingRule.place(key));
        } else if (secret && SHARED.matcher(permissions(file)).matches()) {
            problems.add(key + " is " + file + " with the permissions " + permissions(file) + "; allowed: those of its owner alone. Mend it with: chmod 600 " + file);
        }
    }

    private void flag(String name) {
        if (!"true".equalsIgnoreCase(java.getProperty(FLAG + name, "true"))) {
            problems.add("-D" + FLAG + name + " is '" + java.getProperty(FLAG + name) + "' while a port for JMX is open by JAVA_OPTS; allowed: true, or no port there and "
                    + "jmx.port of ours, which has TLS and passwords. Change it in JAVA_OPTS.");
        }
    }

    /** Of a file system without such permissions nothing can be said. */
    private static String permissions(Path file) {
        try {
            return Files.getFileStore(file).supportsFileAttributeView("posix") ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) : "rwx------";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
