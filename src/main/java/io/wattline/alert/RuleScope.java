package io.wattline.alert;

import java.util.Set;

/** Whom a rule is about; an empty set leaves nobody out. Measures of Wattline itself belong to no site, and a scope does not apply to them. */
record RuleScope(Set<String> sites, Set<String> channels, Set<String> types) {

    boolean holds(AlertSubject subject) {
        return holds(sites, subject.siteId()) && holds(channels, subject.channelId() == null ? null : subject.channelId().toString())
                && holds(types, subject.channelType());
    }

    private static boolean holds(Set<String> allowed, String value) {
        return allowed.isEmpty() || value != null && allowed.contains(value);
    }
}
