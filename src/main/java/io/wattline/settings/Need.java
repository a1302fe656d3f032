package io.wattline.settings;

import java.util.List;

/** What a verb needs the settings for: only those are checked, so that {@code status} works with a cron that {@code run} refuses. */
public enum Need {
    /** PostgreSQL. */
    DATABASE(List.of("database."), List.of("database.url")),
    /** The Eniscope API. */
    SOURCE(List.of("eniscope.", "api."), List.of("eniscope.api.url", "eniscope.api.key", "eniscope.email", "eniscope.password")),
    /** The search for gaps, with the settings of readings that say what is due. */
    GAPS(List.of("gaps.", "readings.history", "readings.poll.delay"), List.of()),
    /** Everything: timers, mail, HTTP and the rest, with source and database. */
    SERVICE(List.of(""), List.of("database.url", "eniscope.api.url", "eniscope.api.key", "eniscope.email", "eniscope.password"));

    private final List<String> prefixes;
    private final List<String> required;

    Need(List<String> prefixes, List<String> required) {
        this.prefixes = prefixes;
        this.required = required;
    }

    boolean covers(String key) {
        return prefixes.stream().anyMatch(key::startsWith);
    }

    List<String> required() {
        return required;
    }
}
