package io.wattline.settings;

import java.util.List;

/**
 * Settings with which the work cannot be done. The message names every one of them, what is allowed and where to change
 * it; never a secret.
 */
public final class SettingsException extends RuntimeException {

    public SettingsException(String problem) {
        super(problem);
    }

    /** All that is wrong at once, one line each. */
    public SettingsException(String headline, List<String> problems) {
        super(headline + "\n  - " + String.join("\n  - ", problems));
    }

    /** A feature is used that is switched off: how to switch it on. */
    public static SettingsException switchedOff(String feature, String key) {
        return new SettingsException(feature + " is switched off (" + key + " is false); nothing was done. To switch "
                + "it on: "
                + Settings.variable(key) + "=true, or " + key + "=true in config/application.properties.");
    }
}
