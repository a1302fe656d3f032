package io.wattline.energy;

import io.wattline.energy.VirtualMeter.Part;
import io.wattline.settings.ConfigFile;
import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code config/virtual-meters.yaml}. Errors name the line. */
final class VirtualMetersFile {

    static final String NAME = "config/virtual-meters.yaml";
    private static final Set<String> KEYS = Set.of("name", "site", "description", "add", "subtract");

    private VirtualMetersFile() {
    }

    static List<VirtualMeter> parse(ConfigFile file) {
        YamlValue root = YamlFile.parse(file.name(), file.text());
        root.entries(Set.of("virtual-meters"));
        return root.need("virtual-meters").entries().entrySet().stream()
                .map(entry -> meter(entry.getKey(), entry.getValue())).toList();
    }

    private static VirtualMeter meter(String key, YamlValue place) {
        Map<String, YamlValue> values = place.entries(KEYS);
        List<Part> parts = new ArrayList<>(parts(place.need("add"), 1));
        if (values.containsKey("subtract")) {
            parts.addAll(parts(values.get("subtract"), -1));
        }
        Set<Integer> seen = new HashSet<>();
        for (Part part : parts) {
            if (!seen.add(part.channel())) {
                throw place.error("channel " + part.channel() + " twice in '" + key + "'", "each channel once");
            }
        }
        String description = values.containsKey("description") ? values.get("description").text() : null;
        return new VirtualMeter(key, place.need("name").text(), place.need("site").text(), description, parts);
    }

    private static List<Part> parts(YamlValue channels, int factor) {
        List<Part> parts = channels.items().stream()
                .map(item -> new Part(item.as("the id of a channel such as 61001", Integer::valueOf), factor)).toList();
        if (parts.isEmpty()) {
            throw channels.error("an empty list", "at least one channel; leave the key out where there is none");
        }
        return parts;
    }
}
