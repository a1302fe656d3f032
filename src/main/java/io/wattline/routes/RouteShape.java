package io.wattline.routes;

import io.wattline.routes.EndpointAddresses.Wrong;
import io.wattline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file consists of: the parts, steps and keys of {@link RoutePolicy}, each in its canonical form. Everything
 * else is refused, however it is written.
 */
final class RouteShape implements RouteRule {

    private static final Set<String> TOP = Set.of("route", "routeConfiguration", "routeTemplate", "templatedRoute");
    /** Lists whose elements name their kind. */
    private static final Set<String> NAMED_LISTS = Set.of("steps", "onException", "interceptFrom");
    private static final Set<String> LISTS = Set.of("when", "doCatch");
    private static final Set<String> COMMON = Set.of("id", "description");
    private static final Set<String> PARAMETER = Set.of("name", "value", "description", "defaultValue");

    private final RoutePolicy policy;
    private final PlainValues values;

    RouteShape(RoutePolicy policy) {
        this.policy = policy;
        values = new PlainValues(policy);
    }

    @Override
    public boolean isLimit() {
        return true;
    }

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        List<Complaint> complaints = new ArrayList<>();
        files.forEach(file -> file.elements().forEach(element -> new Look(file, complaints).named(element, TOP)));
        return complaints;
    }

    /** Of one file. */
    private final class Look {

        private final RouteFile file;
        private final List<Complaint> complaints;

        Look(RouteFile file, List<Complaint> complaints) {
            this.file = file;
            this.complaints = complaints;
        }

        /** {@code kind: {...}}, with one kind. */
        void named(YamlValue element, Set<String> kinds) {
            if (!element.isMap() || element.entries().size() != 1) {
                complain(element, "an element that is not one of 'kind: {...}'", new TreeSet<>(kinds).toString());
                return;
            }
            element.entries().forEach((kind, value) -> {
                if (kinds.contains(kind)) {
                    part(kind, value, policy.steps().getOrDefault(kind, policy.parts().get(kind)));
                } else {
                    complain(element, "'" + kind + "'", new TreeSet<>(kinds) + RoutePolicy.WHERE);
                }
            });
        }

        private void part(String kind, YamlValue value, List<String> allowed) {
            if (!value.isMap() || allowed == null) {
                complain(value, "'" + kind + "' without a map", kind + ": {id: ..., ...}" + RoutePolicy.WHERE);
                return;
            }
            value.entries().forEach((key, entry) -> {
                if (!COMMON.contains(key) && !RoutePolicy.lists(allowed, key)) {
                    complain(entry, "'" + key + "' of " + kind, new TreeSet<>(allowed) + RoutePolicy.WHERE);
                } else {
                    entry(kind, key, entry, RoutePolicy.onlyValue(allowed, key));
                }
            });
        }

        private void entry(String kind, String key, YamlValue value, String only) {
            if (NAMED_LISTS.contains(key)) {
                items(key, value).forEach(item ->
                        named(item, key.equals("steps") ? policy.steps().keySet() : Set.of(key)));
            } else if (LISTS.contains(key)) {
                items(key, value).forEach(item -> part(key, item, policy.parts().get(key)));
            } else if (key.equals("expression")) {
                expression(kind, value);
            } else if (key.equals("parameters")) {
                parameters(kind, value);
            } else if (key.equals("exception")) {
                items(key, value).forEach(item ->
                        note(item, values.exception(item)));
            } else if (policy.parts().containsKey(key)) {
                part(key, value, policy.parts().get(key));
            } else {
                note(value, values.text(kind, key, value, only));
            }
        }

        private List<YamlValue> items(String key, YamlValue value) {
            if (value.isList()) {
                return value.items();
            }
            complain(value, "'" + key + "' without a list", key + ": [...]");
            return List.of();
        }

        private void expression(String kind, YamlValue value) {
            if (!value.isMap() || value.entries().size() != 1) {
                complain(value, "the expression of " + kind, "expression: {simple: {expression: ...}}");
                return;
            }
            value.entries().forEach((language, entry) -> {
                Set<String> keys = language.equals("method") ? Set.of("ref", "method") : Set.of("expression");
                if (!policy.languages().contains(language)) {
                    complain(entry, "language '" + language + "'", new TreeSet<>(policy.languages())
                            + RoutePolicy.WHERE);
                } else {
                    texts(language, entry, keys);
                }
            });
        }

        private void parameters(String kind, YamlValue value) {
            if (kind.equals("routeTemplate") || kind.equals("templatedRoute")) {
                items("parameters", value).forEach(item -> texts("parameters", item, PARAMETER));
            } else {
                texts("parameters", value, null);
            }
        }

        /** A map of single values. */
        private void texts(String of, YamlValue value, Set<String> keys) {
            if (!value.isMap()) {
                complain(value, "'" + of + "' without a map", of + ": {key: value}");
                return;
            }
            value.entries().forEach((key, entry) -> {
                if (keys != null && !keys.contains(key)) {
                    complain(entry, "'" + key + "' of " + of, new TreeSet<>(keys).toString());
                } else if (entry.isMap() || entry.isList()) {
                    complain(entry, "'" + key + "' of " + of + ", which is no single value", key + ": value");
                } else if (of.equals("constant")) {
                    note(entry, values.constant(entry.text()));
                }
            });
        }

        private void note(YamlValue place, Optional<Wrong> wrong) {
            wrong.ifPresent(each -> complain(place, each.found(), each.allowed()));
        }

        private void complain(YamlValue place, String found, String allowed) {
            complaints.add(Complaint.at(file, place, found, allowed));
        }
    }
}
