package io.wattline.settings;

import java.time.Duration;
import java.util.List;

/** Messages about values that are each allowed and do not go together. */
public final class SettingConflict {

    private SettingConflict() {
    }

    /** A problem where the duration that must not be longer is; else nothing. */
    public static List<String> order(String shorterKey, Duration shorter, String longerKey, Duration longer) {
        return shorter.compareTo(longer) <= 0
                ? List.of()
                : List.of(shorterKey + " is '" + Durations.text(shorter) + "', longer than " + longerKey + " ('"
                        + Durations.text(longer) + "'); allowed: at most as long. " + place(shorterKey));
    }

    /** A problem with one value in the light of another: what was found and what is allowed. */
    public static String of(String key, String found, String allowed) {
        return key + " " + found + "; allowed: " + allowed + ". " + place(key);
    }

    /**
     * The problem with a secret that must be an http or https URL where it is set; else nothing. The value is not
     * shown.
     */
    public static List<String> httpUrl(String key, Secret value) {
        return value.isSet() ? SettingRule.httpUrl().problem(key, value.value()).stream().toList() : List.of();
    }

    /** Where a key is set. */
    public static String place(String key) {
        return SettingRule.place(key);
    }
}
