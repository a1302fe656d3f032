package io.wattline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Remembers, over all test classes, which steps of the routes were reached: their ids stand in {@code
 * target/reached-steps}, a file a JVM. The build (pom.xml) names the file; its JVM starts it anew, a child process and
 * an IDE only add to it.
 */
public final class RouteCoverage implements InterceptStrategy {

    public static final Path FILE = Path.of(System.getProperty("wattline.coverage", "target/reached-steps/0.txt"));
    private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

    static {
        startAnew();
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        String id = idOf(definition);
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                reached(id);
                return super.process(exchange, callback);
            }
        };
    }

    /** A step of a template has the id that the template gives it; the prefix of the route stands beside it. */
    private static String idOf(NamedNode step) {
        String prefix = Objects.requireNonNullElse(step.getNodePrefixId(), "");
        return step.getId().startsWith(prefix) ? step.getId() : prefix + step.getId();
    }

    private static void startAnew() {
        try {
            if (System.getProperty("wattline.coverage") != null) {
                Files.deleteIfExists(FILE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reached(String id) {
        if (REACHED.add(id)) {
            try {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
