package io.wattline.eniscope;

import io.wattline.settings.Secret;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.util.List;

/** The account at the source. Commands that only read the database run without one. */
public record AccountSettings(
        @Setting(key = "eniscope.api.key", meaning = "API key of the account.", needed = true)
        Secret apiKey,
        @Setting(key = "eniscope.email", meaning = "E-mail address of the account.", needed = true)
        String email,
        @Setting(key = "eniscope.password", meaning = "Password of the account.", needed = true)
        Secret password) implements SettingsGroup {

    /** A log-in sends the hashed password, and e-mail and hash in Base64. Each is as good as the password. */
    @Override
    public List<String> derivedSecrets() {
        return password.isSet()
                ? List.of(BasicCredentials.hash(password.value()), BasicCredentials.encoded(email, password.value()))
                : List.of();
    }

    /** Whether there is an account. */
    public boolean isSet() {
        return apiKey.isSet();
    }
}
