package io.wattline.jmx;

import io.wattline.settings.SettingConflict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** JMX for other machines has TLS, passwords and roles, and no other user of this machine can read its secrets. */
final class JmxCheck {

    private static final String FLAG = "com.sun.management.jmxremote";
    private static final Pattern SHARED = Pattern.compile("...(?!------)......");

    private final JmxSettings settings;
    private final Properties java;
    private final List<String> problems = new ArrayList<>();

    /** @param java properties of the JVM, by which JAVA_OPTS may have opened a port that these settings do not know */
    JmxCheck(JmxSettings settings, Properties java) {
        this.settings = settings;
        this.java = java;
    }

    List<String> problems() {
        if (settings.isOpen()) {
            file("jmx.password-file", settings.passwordFile(), true);
            file("jmx.access-file", settings.accessFile(), false);
            file("jmx.keystore", settings.keystore(), true);
            if (!settings.keystorePassword().isSet()) {
                problems.add("jmx.keystore-password is not set although jmx.port is; JMX for other machines uses TLS. "
                        + SettingConflict.place("jmx.keystore-password"));
            }
        }
        if (java.containsKey(FLAG + ".port") || java.containsKey(FLAG + ".rmi.port")) {
            flag(".ssl");
            flag(".authenticate");
        }
        return List.copyOf(problems);
    }

    private void file(String key, Path file, boolean isSecret) {
        if (file == null || !Files.isReadable(file)) {
            problems.add(key + (file == null ? " is not set although jmx.port is" : " is " + file + ", which cannot "
                    + "be read")
                    + "; JMX for other machines needs jmx.password-file, jmx.access-file and jmx.keystore. "
                    + SettingConflict.place(key));
        } else if (isSecret && SHARED.matcher(permissions(file)).matches()) {
            problems.add(key + " is " + file + " with the permissions " + permissions(file)
                    + "; allowed: those of its owner alone. Change them with: chmod 600 " + file);
        }
    }

    private void flag(String name) {
        if (!"true".equalsIgnoreCase(java.getProperty(FLAG + name, "true"))) {
            problems.add("-D" + FLAG + name + " is '" + java.getProperty(FLAG + name) + "' while JAVA_OPTS opens a "
                    + "port for JMX"
                    + "; allowed: true, or no port there but jmx.port, which has TLS "
                    + "and passwords. Change it in JAVA_OPTS.");
        }
    }

    /** A file system without such permissions says nothing about them. */
    private static String permissions(Path file) {
        try {
            return Files.getFileStore(file).supportsFileAttributeView("posix")
                    ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) : "rwx------";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
