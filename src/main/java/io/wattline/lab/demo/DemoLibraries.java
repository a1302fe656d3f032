package io.wattline.lab.demo;

import java.util.List;

/**
 * The embedded PostgreSQL and the mail server: libraries that production does not need. A checkout has them; beside an
 * unpacked archive they come from an archive of their own.
 */
final class DemoLibraries {

    private static final List<String> CLASSES = List.of(
            "io.zonky.test.db.postgres.embedded.EmbeddedPostgres", "com.icegreen.greenmail.util.GreenMail");

    private DemoLibraries() {
    }

    /**
     * Call it before anything of them is started. {@link IllegalStateException} where one is missing.
     *
     * @param who the verb that needs them, such as {@code demo}
     * @param otherwise what the verb can do without them, as a sentence, or an empty string
     */
    static void require(String who, String otherwise) {
        for (String name : CLASSES) {
            try {
                Class.forName(name, false, DemoLibraries.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(
                        (who + " needs an embedded PostgreSQL and a mail server, which the archive for production does"
                                + " not hold. Unpack wattline-demo-<version>.tar.gz of the same version over this"
                                + " folder, or run it in a checkout. " + otherwise + "Nothing was started").strip(),
                        e);
            }
        }
    }
}
