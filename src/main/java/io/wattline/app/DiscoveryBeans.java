package io.wattline.app;

import io.wattline.database.Sql;
import io.wattline.discovery.ChannelOffers;
import io.wattline.discovery.DriftWatch;
import io.wattline.discovery.EndpointStore;
import io.wattline.discovery.Explorer;
import io.wattline.discovery.ResourceList;
import io.wattline.discovery.ShapeStore;
import io.wattline.eniscope.FieldCatalogue;
import io.wattline.settings.ConfigFile;

/** What discovers the source. */
final class DiscoveryBeans {

    private DiscoveryBeans() {
    }

    static void bind(Ground ground, FieldCatalogue fields) {
        ConfigFile file = ConfigFile.read(ground.settings().home(), "config/discovery.yaml");
        ground.bind("explorer", new Explorer(ResourceList.parse(file.name(), file.text()), new EndpointStore(new Sql(ground.database()), ground.clock())));
        ground.bind("channelOffers", new ChannelOffers(ground.clock()));
        ground.bind("driftWatch", new DriftWatch(fields, new ShapeStore(new Sql(ground.database())),
                kind -> ground.registry().counter("wattline.drift.findings", "kind", kind).increment(), ground.clock()));
    }
}
