package io.wattline.discovery;

import java.util.List;

/**
 * What a discovery has found.
 *
 * @param first     whether there was nothing to compare with
 * @param changes   since the last one; empty for the first
 * @param endpoints all that are known, by name
 */
public record Discovered(boolean first, List<SourceChange> changes, List<Endpoint> endpoints) {

    public Discovered {
        changes = List.copyOf(changes);
        endpoints = List.copyOf(endpoints);
    }

    /** How many endpoints are in that state: answered, refused, broken, gone. */
    public long count(String state) {
        return endpoints.stream().filter(endpoint -> endpoint.state().equals(state)).count();
    }
}
