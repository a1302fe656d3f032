package io.wattline.alert;

import java.util.Set;

/**
 * Which subjects a rule is about; an empty set excludes nothing. A scope does not apply to measures of Wattline itself,
 * which belong to no site.
 */
record RuleScope(Set<String> sites, Set<String> channels, Set<String> types) {

    boolean covers(AlertSubject subject) {
        return holds(sites, subject.siteId())
                && holds(channels, subject.channelId() == null ? null : subject.channelId().toString())
                && holds(types, subject.channelType());
    }

    private static boolean holds(Set<String> allowed, String value) {
        return allowed.isEmpty() || value != null && allowed.contains(value);
    }
}
