package io.wattline.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The checks over stored readings, with the thresholds that each needs. */
enum CheckKind {
    SPIKE("factor-neighbours", "factor-day", "least-kw"),
    FLAT_LINE("least"),
    ZERO_RUN("least", "days-before", "usual-kw"),
    NEGATIVE_RUN("least", "except-types"),
    PHASES_SUM("tolerance", "least-kw"),
    SUM_CHECK("tolerance", "least-kwh", "days-max"),
    IMPOSSIBLE_REGISTER,
    VOLTAGE_IMBALANCE("tolerance", "least"),
    ENERGY_AGAINST_POWER("tolerance", "least-kwh"),
    DUPLICATES("least"),
    CLOCK_DRIFT("least-readings");

    /** The threshold that is a duration. */
    static final String LENGTH = "least";
    /** The threshold that is a list of texts. */
    static final String TEXTS = "except-types";

    private final Set<String> keys;

    CheckKind(String... keys) {
        this.keys = Set.of(keys);
    }

    Set<String> keys() {
        return keys;
    }

    String yamlName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> names() {
        return Arrays.stream(values()).map(CheckKind::yamlName).toList();
    }

    static CheckKind of(String yamlName) {
        return Arrays.stream(values())
                .filter(kind -> kind.yamlName().equals(yamlName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(yamlName));
    }
}
