package io.wattline.validation;

import java.util.Arrays;
import java.util.Locale;

/** What happens with a reading that breaks a rule about one of its values: key {@code on-violation}. */
enum OnViolation {
    /** The whole reading becomes a dead letter. */
    REJECT,
    /**
     * The value becomes null and a partial dead letter; the rest of the reading is kept as {@code suspect}.
     */
    NULL_VALUE;

    static final String KEY = "on-violation";

    static OnViolation of(RuleSettings settings) {
        return settings.has(KEY) ? settings.as(KEY, "reject or null-value", OnViolation::named) : REJECT;
    }

    private static OnViolation named(String yamlName) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(yamlName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(yamlName));
    }
}
