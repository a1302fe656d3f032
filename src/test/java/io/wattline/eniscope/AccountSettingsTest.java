package io.wattline.eniscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Secret;
import io.wattline.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountSettingsTest {

    @Test
    void there_is_no_account_by_default() {
        AccountSettings none = Settings.defaults(AccountSettings.class, Map.of());
        assertThat(none).isEqualTo(new AccountSettings(new Secret(""), "", new Secret("")));
        assertThat(none.isSet()).isFalse();
        assertThat(none.derivedSecrets()).isEmpty();
    }

    @Test
    void every_key_has_its_component_and_the_forms_of_a_log_in_are_secret() {
        AccountSettings account = Settings.defaults(AccountSettings.class, Map.of("eniscope.api.key", "key-4711",
                "eniscope.email", "me@example.org", "eniscope.password", "swordfish"));
        assertThat(account)
                .isEqualTo(new AccountSettings(new Secret("key-4711"), "me@example.org", new Secret("swordfish")));
        assertThat(account.toString()).doesNotContain("4711").doesNotContain("swordfish");
        assertThat(account.derivedSecrets()).containsExactly("15b29ffdce66e10527a65bc6d71ad94d",
                "bWVAZXhhbXBsZS5vcmc6MTViMjlmZmRjZTY2ZTEwNTI3YTY1YmM2ZDcxYWQ5NGQ=");
    }
}
