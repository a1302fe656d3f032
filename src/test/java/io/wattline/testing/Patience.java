package io.wattline.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long every {@code await()} of a test waits for something that happens by itself, unless it says otherwise: so
 * long that a busy machine is never taken for a fault. Who waits in vain waits this long; who does not loses nothing.
 * Found by JUnit itself (META-INF/services).
 */
public final class Patience implements BeforeAllCallback {

    public static final Duration LONGEST = Duration.ofSeconds(180);

    @Override
    public void beforeAll(ExtensionContext testClass) {
        Awaitility.setDefaultTimeout(LONGEST);
    }
}
