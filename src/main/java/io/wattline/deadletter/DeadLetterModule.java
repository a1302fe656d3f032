package io.wattline.deadletter;

import io.wattline.channel.Channels;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.SourceFormat;
import io.wattline.routes.RouteCheck;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dead letters: what is set aside with its reasons, and responses that wait in the spool for the database. */
public final class DeadLetterModule implements FeatureModule {

    private final Foundation base;
    private final String ruleVersion;
    private final SourceFormat format;
    private final SpoolSettings spool;

    public DeadLetterModule(Foundation base, String ruleVersion, SourceFormat format) {
        this.base = base;
        this.ruleVersion = ruleVersion;
        this.format = format;
        spool = base.settings().of(SpoolSettings.class);
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("deadLetterRows", new DeadLetterRows(ruleVersion));
        beans.forRoutes("spool", new Spool(format));
        beans.forRoutes("deadLetterPages", new DeadLetterPages(format, new Channels(base.database())::find));
        beans.forCamel("spoolErrors", new SpoolErrors());
    }

    @Override
    public void prepare(CamelContext context, Beans beans) {
        beans.forRoutes("breakdowns", new Breakdowns(base.meters(), context::isStopping));
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("spool.directory", spool.directory(), "spool.delay.millis", spool.delay().toMillis());
    }

    /** Replays a dead letter. */
    public Replay replay(ProducerTemplate routes) {
        DeadLetters letters = new DeadLetters(base.database());
        return letter -> {
            routes.requestBody("direct:dead-letters-replay", letter.payload());
            return letters.outcome(letter.id());
        };
    }

    /** Logs in one line why a spooled file cannot be taken yet. The file stays. */
    private static final class SpoolErrors implements ExceptionHandler {

        private static final Logger LOG = LoggerFactory.getLogger(SpoolErrors.class);

        @Override
        public void handleException(Throwable exception) {
            handleException(exception.getMessage(), exception);
        }

        @Override
        public void handleException(String message, Throwable exception) {
            handleException(message, null, exception);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            Object file = exchange == null ? "a file" : exchange.getMessage().getHeader(Exchange.FILE_NAME);
            LOG.warn(
                    "Spool: {} cannot be kept yet; it stays and is tried again: {}",
                    file,
                    RouteCheck.reason(exception));
        }
    }
}
