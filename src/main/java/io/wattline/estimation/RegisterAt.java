package io.wattline.estimation;

import java.util.Arrays;
import java.util.Locale;

/** The instant of its bin that a register belongs to: {@code totals.register-at} of {@code config/estimation.yaml}. */
enum RegisterAt {
    /** Found out for each gap, from registers beside kept readings. */
    AUTO,
    BIN_START,
    BIN_END;

    static final String ALLOWED = "auto, bin-start or bin-end";

    static RegisterAt of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }
}
