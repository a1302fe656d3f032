package io.wattline.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds known names that differ from an unknown one by one or two typing errors. */
public final class NearMiss {

    private static final int SLIPS_MAX = 2;

    private final Set<String> known;

    NearMiss(Set<String> known) {
        this.known = known;
    }

    /** Warnings about keys of a file. */
    List<String> keys(Collection<String> found, String file) {
        List<String> warnings = new ArrayList<>();
        for (String key : found) {
            if (!known.contains(key)) {
                nearest(key, List.copyOf(known))
                        .ifPresent(near ->
                                warnings.add("Unknown key " + key + " in " + file + "; did you mean " + near + "?"));
            }
        }
        return warnings;
    }

    /** Warnings about environment variables. */
    List<String> variables(Collection<String> found) {
        List<String> variables = known.stream().map(Settings::variable).toList();
        List<String> warnings = new ArrayList<>();
        for (String variable : found) {
            if (!variables.contains(variable)) {
                nearest(variable, variables)
                        .ifPresent(near -> warnings.add(
                                "Unknown environment variable " + variable + "; did you mean " + near + "?"));
            }
        }
        return warnings;
    }

    /**
     * The known name that was probably meant. A short name must be closer than a long one, since short names resemble
     * each other.
     */
    public static Optional<String> nearest(String name, List<String> candidates) {
        return candidates.stream()
                .filter(candidate -> slips(name, candidate) <= Math.min(SLIPS_MAX, candidate.length() / 5))
                .min(Comparator.comparingInt(candidate -> slips(name, candidate)));
    }

    /** Levenshtein's distance: letters to add, drop or change. */
    static int slips(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
