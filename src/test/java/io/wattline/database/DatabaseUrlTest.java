package io.wattline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    private static final String NEON =
            "postgresql://owner:s3cr%2Ft%40x@ep-dry-sky-a1-pooler.us-east-1.aws.neon.tech/neondb?sslmode=require&"
                    + "channel_binding=require";

    @Test
    void a_url_as_neon_hands_it_out_is_read_in_full() {
        DatabaseUrl url = DatabaseUrl.parse(NEON);
        assertThat(url.jdbcUrl())
                .isEqualTo("jdbc:postgresql://ep-dry-sky-a1-pooler.us-east-1.aws.neon.tech:5432/neondb");
        assertThat(url.user()).isEqualTo("owner");
        assertThat(url.password()).isEqualTo("s3cr/t@x");
        assertThat(url.properties()).isEqualTo(Map.of("sslmode", "require", "channelBinding", "require"));
        assertThat(url.schema()).isEqualTo("public");
        assertThat(url.pooled()).isTrue();
        assertThat(url.direct().jdbcUrl())
                .isEqualTo("jdbc:postgresql://ep-dry-sky-a1.us-east-1.aws.neon.tech:5432/neondb");
        assertThat(url.direct().pooled()).isFalse();
        assertThat(url.direct().password()).isEqualTo(url.password());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "postgres://u:p@h/d                              | jdbc:postgresql://h:5432/d",
        "postgresql://u:p@h:6543/d                       | jdbc:postgresql://h:6543/d",
        "postgresql://u@h/d                              | jdbc:postgresql://h:5432/d",
        "postgresql://u@h                                | jdbc:postgresql://h:5432/u",
        "postgresql://u@h/                               | jdbc:postgresql://h:5432/u",
        "postgresql://u@h?sslmode=disable                | jdbc:postgresql://h:5432/u",
        "postgresql://u:p@[2001:db8::1]:5433/d           | jdbc:postgresql://[2001:db8::1]:5433/d",
        "postgresql://u:p@[::1]/d                        | jdbc:postgresql://[::1]:5432/d",
        "postgresql://u:p@a:1,b/d?target_session_attrs=read-write | jdbc:postgresql://a:1,b:5432/d",
        "postgresql://h/d?user=u&password=p              | jdbc:postgresql://h:5432/d",
        "jdbc:postgresql://h:1/d?user=u&password=p       | jdbc:postgresql://h:1/d",
        "jdbc:postgresql://h/d                           | jdbc:postgresql://h:5432/d",
        "jdbc:postgresql:d                               | jdbc:postgresql://localhost:5432/d",
        "postgresql://u:p@h/my%20data                    | jdbc:postgresql://h:5432/my%20data",
        "postgresql://u:p@under_score/d                  | jdbc:postgresql://under_score:5432/d"})
    void every_form_of_address_is_understood(String url, String jdbcUrl) {
        assertThat(DatabaseUrl.parse(url).jdbcUrl()).isEqualTo(jdbcUrl);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "postgresql://u:p@h/d                                                  | public",
        "postgresql://u:p@h/d?currentSchema=energy                             | energy",
        "postgresql://u:p@h/d?currentSchema=energy,public                      | energy",
        "jdbc:postgresql://h/d?currentSchema=%22Energy%22                      | Energy",
        "postgresql://u:p@h/d?options=-c%20search_path%3Denergy                | energy",
        "postgresql://u:p@h/d?options=-csearch_path%3Denergy                   | energy",
        "postgresql://u:p@h/d?options=--search_path%3Denergy                   | energy",
        "postgresql://u:p@h/d?options=endpoint%3Dep-1%20-csearch_path%3D%22$user%22,energy | energy",
        "postgresql://u:p@h/d?options=endpoint%3Dep-1                          | public"})
    void the_schema_comes_from_current_schema_or_options(String url, String schema) {
        assertThat(DatabaseUrl.parse(url).schema()).isEqualTo(schema);
    }

    @Test
    void options_of_libpq_take_the_names_of_the_driver() {
        assertThat(DatabaseUrl.parse(
                                "postgres://u:p@h/d?application_name=x&connect_timeout=7&sslrootcert=system&"
                                        + "sslmode=verify-full&target_session_attrs=read-write&pgbouncer=true")
                        .properties())
                .isEqualTo(Map.of(
                        "ApplicationName",
                        "x",
                        "connectTimeout",
                        "7",
                        "sslfactory",
                        "org.postgresql.ssl.DefaultJavaSSLFactory",
                        "sslmode",
                        "verify-full",
                        "targetServerType",
                        "primary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "hunter2",
                "mysql://u:hunter2@h/d",
                "u:hunter2@h/d",
                "postgresql://",
                "postgresql:///d",
                "postgresql://u:hunter2@/d",
                "postgresql://u:hunter2@h:99999/d",
                "postgresql://u:hunter2@h:0/d",
                "postgresql://u:hunter2@h:port/d",
                "postgresql://u:hunter2%@h/d",
                "postgresql://u:hunter2%zz@h/d",
                "postgresql://h/d",
                "postgresql://:hunter2@h/d",
                "postgresql://u:hunter2@h/d?sslmod=require",
                "postgresql://u:hunter2@h/d?sslmode=hunter2",
                "postgresql://u:hunter2@%2Fvar%2Frun/d",
                "postgresql://u:hunter2@[::1/d",
                "postgresql://u:hunter2@a b/d",
                "jdbc:mysql://u:hunter2@h/d",
                "postgresql://u:hunter2@h,/d"
            })
    void nonsense_gets_a_clear_error_without_the_password(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DATABASE_URL cannot be used: ")
                .hasMessageContaining("postgresql://user:password@host:port/database")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void no_url_is_named_as_such() {
        assertThatThrownBy(() -> DatabaseUrl.parse(null)).hasMessageContaining("it is empty");
    }

    @Test
    void the_password_shows_neither_in_the_text_nor_in_the_jdbc_url() {
        for (String text : new String[] {
            "postgresql://u:hunter2@h/d?sslmode=require",
            "jdbc:postgresql://h/d?user=u&password=hunter2",
            "postgresql://h/d?user=u&password=hunter2"
        }) {
            DatabaseUrl url = DatabaseUrl.parse(text);
            assertThat(url.password()).isEqualTo("hunter2");
            assertThat(url.toString()).isEqualTo("postgresql://u@h:5432/d");
            assertThat(url.jdbcUrl() + url.properties()).doesNotContain("hunter2");
        }
    }

    @Property
    void any_password_survives_when_it_is_percent_encoded(
            @ForAll @StringLength(min = 1, max = 20) @CharRange(from = ' ', to = '~') String password) {
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:" + encoded + "@h:1/d?sslmode=require");
        assertThat(url.password()).isEqualTo(password);
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://h:1/d");
    }

    @Test
    void an_unencoded_at_sign_in_a_password_does_no_harm() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:a@b@h/d");
        assertThat(url.password()).isEqualTo("a@b");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://h:5432/d");
    }
}
