package io.wattline.discovery;

import io.wattline.database.Sql;
import io.wattline.field.FieldCatalogue;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.ConfigFile;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;

/** Discovery: what the source offers, and how the form of its responses changes. */
public final class DiscoveryModule implements FeatureModule {

    private final Explorer explorer;
    private final ChannelOffers offers;
    private final DriftWatch driftWatch;

    public DiscoveryModule(Foundation base, FieldCatalogue fields, Function<byte[], List<String>> offeredFields) {
        ConfigFile file = ConfigFile.read(base.settings().home(), "config/discovery.yaml");
        explorer = new Explorer(
                ResourceList.parse(file.name(), file.text()),
                new EndpointStore(new Sql(base.database()), base.clock()),
                offeredFields);
        offers = new ChannelOffers(base.clock());
        driftWatch = new DriftWatch(fields, new ShapeStore(new Sql(base.database())),
                kind -> base.meters().counter("wattline.drift.findings", "kind", kind).increment(), base.clock());
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("explorer", explorer);
        beans.forRoutes("channelOffers", offers);
        beans.forRoutes("driftWatch", driftWatch);
    }

    /** Asks the source what it offers. */
    public Discovered discover(ProducerTemplate routes, BiConsumer<Integer, Integer> progress) {
        return routes.requestBody("direct:discovery-run", progress, Discovered.class);
    }

    /** Asks the source which fields each active channel offers, and stores the offers. */
    public void askOffers(ProducerTemplate routes, BiConsumer<Integer, Integer> progress) {
        routes.requestBody("direct:discovery-offers", progress);
    }
}
