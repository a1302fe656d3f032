package io.wattline.settings;

import java.util.List;

/** The settings of a feature: a record whose components carry {@link Setting}. */
public interface SettingsGroup {

    /** What is wrong between values that are each allowed, one message a problem. */
    default List<String> conflicts() {
        return List.of();
    }

    /** Texts made of secret values that must not be seen either, such as an encoded password. */
    default List<String> derivedSecrets() {
        return List.of();
    }
}
