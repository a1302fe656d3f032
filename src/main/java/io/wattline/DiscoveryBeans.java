package io.wattline;

import io.wattline.discovery.EndpointStore;
import io.wattline.discovery.Explorer;
import io.wattline.discovery.ResourceList;
import io.wattline.settings.ConfigFile;

/** What discovers the source. */
final class DiscoveryBeans {

    private DiscoveryBeans() {
    }

    static void bind(Ground ground) {
        ConfigFile file = ConfigFile.read(ground.settings().home(), "config/discovery.yaml");
        ground.bind("explorer", new Explorer(ResourceList.parse(file.name(), file.text()), new EndpointStore(ground.database(), ground.clock())));
    }
}
