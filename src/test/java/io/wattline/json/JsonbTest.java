package io.wattline.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonbTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"a\": 1e999999, \"b\": -1.5E+131072, \"c\": [1e-99999, {\"d\": 9e10000}]}",
        "[\"\\u0000\", \"\\ud800\", \"\\udc00\\ud800\", \"\\\\u0000\", \"\\\\\\u0000\"]",
        "{\"quote\\\"1e999999\": \"\\\\\", \"e\": 1e999999}"})
    void what_the_database_refuses_it_takes_afterwards(String json) throws SQLException {
        assertThat(Jsonb.fit(json)).isNotEqualTo(json);
        assertThat(takes(json)).isFalse();
        assertThat(takes(Jsonb.fit(json))).isTrue();
    }

    @Test
    void a_number_of_more_digits_than_anything_has_becomes_a_text() throws SQLException {
        String digits = "[1" + "0".repeat(140_000) + "]";
        assertThat(takes(digits)).isFalse();
        assertThat(takes(Jsonb.fit(digits))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1e9999, \"b\": 1e-9999, \"c\": 0.1}", "[\"1e999999\", \"\\u00e6 \\ud83d\\ude00 "
            + "\\\\u0000\", 1.50, -0, null, true]", "\"E\":12345678901234567890"})
    void what_the_database_takes_stays_as_it_is(String json) {
        assertThat(Jsonb.fit(json)).isEqualTo(json);
    }

    @Test
    void texts_are_left_alone_beside_a_number_that_is_too_large() {
        assertThat(Jsonb.fit("{\"1e999999\": \"x \\\" 2e999999\", \"n\": -3e999999, \"m\": 1.50}"))
                .isEqualTo("{\"1e999999\": \"x \\\" 2e999999\", \"n\": \"-3e999999\", \"m\": 1.50}");
    }

    private static boolean takes(String json) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("select ?::jsonb")) {
            statement.setString(1, json);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            } catch (SQLException e) {
                return false;
            }
        }
    }
}
