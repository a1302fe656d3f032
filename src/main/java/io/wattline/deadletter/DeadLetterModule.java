package io.wattline.deadletter;

import io.wattline.channel.Channels;
import io.wattline.eniscope.Normaliser;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import java.util.Map;
import org.apache.camel.ProducerTemplate;

/** Dead letters: what is set aside with its reasons, and what waits in the spool for the database. */
public final class DeadLetterModule implements FeatureModule {

    private final Foundation base;
    private final String ruleVersion;
    private final Normaliser normaliser;

    public DeadLetterModule(Foundation base, String ruleVersion, Normaliser normaliser) {
        this.base = base;
        this.ruleVersion = ruleVersion;
        this.normaliser = normaliser;
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("deadLetterRows", new DeadLetterRows(ruleVersion));
        beans.forRoutes("spool", new Spool(normaliser));
        beans.forRoutes("replays", new Replays(normaliser, new Channels(base.database())::find));
        beans.forRoutes("breakdowns", new Breakdowns(base.meters()));
        beans.forCamel("spoolErrors", new SpoolErrors());
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("spool.directory", base.settings().path("spool.directory"),
                "spool.delay.millis", base.settings().duration("spool.delay").toMillis());
    }

    /** Sends a dead letter through the pipeline again. */
    public Replay replay(ProducerTemplate routes) {
        DeadLetters letters = new DeadLetters(base.database());
        return letter -> {
            routes.requestBody("direct:dead-letters-replay", letter.payload());
            return letters.outcome(letter.id());
        };
    }
}
