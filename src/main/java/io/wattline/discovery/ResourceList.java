package io.wattline.discovery;

import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resources that discovery requests: the content of {@code config/discovery.yaml}. */
public final class ResourceList {

    /**
     * One resource.
     *
     * @param id    name of the id in its rows; empty where its rows have none
     * @param feeds table that it feeds or could feed; empty where the file does not say
     * @param used  route that uses it; empty where none does
     * @param at    where it does: path with {@code {id}} for ids, or {@code /*} in the end for everything below
     */
    public record Resource(String name, String origin, String id, String feeds, String used, String at) {

        /** Whether the route sends this request, and not only another one for the same resource. */
        boolean isUsedBy(Probe probe) {
            return at.endsWith("/*")
                    ? probe.template().startsWith(at.substring(0, at.length() - 1))
                    : probe.method().equals("GET") && probe.template().equals(at);
        }
    }

    private static final Map<String, String> ORIGINS =
            Map.of("documented", "documented", "candidates", "candidate", "collections", "link");

    private final Map<String, Resource> byName = new LinkedHashMap<>();

    private ResourceList() {
    }

    /** {@link io.wattline.yaml.YamlFileException} names the line of an error. */
    public static ResourceList parse(String name, String text) {
        ResourceList list = new ResourceList();
        YamlFile.parse(name, text).entries(ORIGINS.keySet()).forEach((section, resources) -> resources
                .entries()
                .forEach((resource, value) ->
                        list.byName.put(resource, resource(resource, ORIGINS.get(section), value))));
        return list;
    }

    private static Resource resource(String name, String origin, YamlValue value) {
        Map<String, YamlValue> entries = value.entries(Set.of("id", "feeds", "used", "at"));
        return new Resource(name, origin, text(entries, "id"), text(entries, "feeds"), text(entries, "used"),
                entries.containsKey("at") ? entries.get("at").text() : name);
    }

    private static String text(Map<String, YamlValue> entries, String key) {
        return entries.containsKey(key) ? entries.get(key).text() : "";
    }

    Optional<Resource> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The lists to begin with, in the order of the file. {@code fields} and {@code readings} follow once their ids are
     * known.
     */
    List<Probe> seeds() {
        List<Probe> seeds = new ArrayList<>();
        byName.values().stream().filter(resource -> !resource.origin().equals("link"))
                .forEach(resource -> seeds.add(Probe.get(resource.name(), LIST_QUERY, resource.origin())));
        return seeds;
    }

    /** The largest page that the source sends, so that the structure is that of many rows. */
    static final String LIST_QUERY = "limit=100&page=1";
}
