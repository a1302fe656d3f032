package io.wattline.jmx;

import java.security.Principal;
import java.util.stream.Collectors;
import javax.security.auth.Subject;

/**
 * Who calls over JMX: the user that a remote connector has let in. A process of this machine that attaches has no name.
 */
public final class JmxCaller {

    static final String NOBODY_KNOWN = "jmx";

    private static final int TEXT_MAX = 200;

    private JmxCaller() {
    }

    /** What a stranger has sent, for a log: at most 200 characters, and none that moves the cursor. */
    static String readable(String text) {
        return text == null
                ? NOBODY_KNOWN
                : text.substring(0, Math.min(text.length(), TEXT_MAX))
                        .replaceAll("[\\p{Cntrl}\u2028\u2029]", " ")
                        .strip();
    }

    public static String name() {
        Subject subject = subject();
        String names = subject == null
                ? ""
                : subject.getPrincipals().stream()
                        .map(Principal::getName)
                        .sorted()
                        .collect(Collectors.joining(","));
        return names.isEmpty() ? NOBODY_KNOWN : names;
    }

    /** {@code Subject.current()} of Java 18 and later; before, what it does. */
    @SuppressWarnings("removal")
    private static Subject subject() {
        try {
            return (Subject) Subject.class.getMethod("current").invoke(null);
        } catch (NoSuchMethodException e) {
            return Subject.getSubject(java.security.AccessController.getContext());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Java does not say who calls", e);
        }
    }
}
