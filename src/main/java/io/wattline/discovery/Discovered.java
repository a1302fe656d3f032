package io.wattline.discovery;

import java.util.List;

/**
 * The result of a discovery.
 *
 * @param first     whether it is the first, with nothing to compare with
 * @param changes   changes since the last one; empty for the first
 * @param endpoints all that are known, by name
 */
public record Discovered(boolean first, List<SourceChange> changes, List<Endpoint> endpoints) {

    public Discovered {
        changes = List.copyOf(changes);
        endpoints = List.copyOf(endpoints);
    }

    /** The number of endpoints in a state: answered, refused, broken or gone. */
    public long count(String state) {
        return endpoints.stream().filter(endpoint -> endpoint.state().equals(state)).count();
    }
}
