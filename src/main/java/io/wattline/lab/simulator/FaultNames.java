package io.wattline.lab.simulator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Reads the names of {@link Fault}s, in any case and with {@code -} or {@code _}. */
final class FaultNames {

    private FaultNames() {
    }

    /** @param names {@code none}, {@code all}, or names separated by commas */
    static Set<Fault> parse(String names) {
        return switch (names.trim()) {
            case "none", "" -> EnumSet.noneOf(Fault.class);
            case "all" -> Fault.all();
            default -> {
                Set<Fault> faults = EnumSet.noneOf(Fault.class);
                Arrays.stream(names.split(",")).map(FaultNames::fault).forEach(faults::add);
                yield faults;
            }
        };
    }

    /** The fault of that name; {@link IllegalArgumentException} names those that exist. */
    static Fault fault(String name) {
        String wanted = name.trim().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Fault.values()).filter(fault -> fault.name().equals(wanted)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("No fault '" + name.trim() + "' in the simulator; allowed: none, all, "
                        + "or some of " + Arrays.toString(Fault.values())));
    }
}
