package io.wattline.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Kinds of rules: key {@code check} of {@code config/rules.yaml}, with the settings that each needs. */
enum Check {
    CHANNEL_KNOWN(TimeAndPlace::channelKnown),
    TIMESTAMP_PRESENT(TimeAndPlace::timestampPresent),
    TIMESTAMP_ON_GRID(TimeAndPlace::timestampOnGrid),
    TIMESTAMP_NOT_FUTURE(TimeAndPlace::timestampNotFuture, "tolerance"),
    WITHIN_INSTALLATION(TimeAndPlace::withinInstallation),
    RANGE(Range::of, "columns", "min", "max") {
        @Override
        Set<String> optionalKeys() {
            return Set.of(OnViolation.KEY, "noise", "null-margin");
        }
    },
    NEAR(NearNominal::of, "columns", "near", "within") {
        @Override
        Set<String> optionalKeys() {
            return Set.of(OnViolation.KEY);
        }
    },
    PRESENT(Present::of, "column", "where", "above", "field") {
        @Override
        Set<String> optionalKeys() {
            return Set.of(OnViolation.KEY);
        }
    },
    ENERGY_AGAINST_POWER(EnergyAgainstPower::of, "tolerance", "idle-kwh"),
    /** Rejects nothing: {@link CatchUp} marks. Making the rule checks its settings. */
    CATCH_UP(settings -> {
        CatchUp.of(settings);
        return (reading, slots, batch, findings) -> { };
    }, "factor", "idle-kwh", "power-max-kw", "peak-factor") {
        @Override
        Set<String> optionalKeys() {
            return Set.of("carry-over");
        }
    };

    private final Function<RuleSettings, ReadingRule> maker;
    private final Set<String> keys;

    Check(Function<RuleSettings, ReadingRule> maker, String... keys) {
        this.maker = maker;
        this.keys = Set.of(keys);
    }

    ReadingRule rule(RuleSettings settings) {
        return maker.apply(settings);
    }

    Set<String> keys() {
        return keys;
    }

    /** Settings that a rule may leave out. {@code on-violation} makes sense only where a rule is about columns. */
    Set<String> optionalKeys() {
        return Set.of();
    }

    private String yamlName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Check::yamlName).toList();
    }

    static Check of(String yamlName) {
        return Arrays.stream(values()).filter(check -> check.yamlName().equals(yamlName)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(yamlName));
    }
}
