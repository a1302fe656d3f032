package io.wattline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would configure Camel past the settings of Wattline. */
class CamelOverridesTest {

    private static final Map<String, String> NOTHING = Map.of();

    @ParameterizedTest
    @ValueSource(strings = {"CAMEL_SERVER_HOST", "camel_server_port", "CAMEL_SERVER_USEGLOBALSSLCONTEXTPARAMETERS",
            "CAMEL_SSL_ENABLED", "CAMEL_MANAGEMENT_HOST", "CAMEL_MAIN_ROUTES_INCLUDE_PATTERN", "CAMEL_REST_HOST",
            "CAMEL_COMPONENT_PLATFORM_HTTP_ENGINE", "CAMEL_BEANS_X", "CAMEL_ROUTECONTROLLER_ENABLED"})
    void a_variable_that_camel_would_read_is_refused(String variable) {
        assertThat(CamelOverrides.problems(List.of(variable), List.of(), NOTHING)).singleElement().asString()
                .startsWith("Environment variable " + variable);
    }

    @Test
    void other_variables_and_known_keys_are_allowed() {
        assertThat(CamelOverrides.problems(List.of("CAMEL_HOME", "CAMELOT_SERVER", "PATH", "CAMEL"),
                List.of("java.home", "camelot.server"), NOTHING)).isEmpty();
        assertThat(CamelOverrides.problems(List.of("CAMEL_MANAGEMENT_PORT"), List.of(),
                Map.of("camel.management.port", "8081"))).isEmpty();
    }

    @Test
    void a_system_property_and_a_key_that_open_the_server_are_refused_with_what_to_set_instead() {
        assertThat(CamelOverrides.problems(List.of(), List.of("camel.server.host"), NOTHING)).singleElement().asString()
                .isEqualTo("System property camel.server.host would configure Camel past Wattline's settings; "
                        + "set WATTLINE_HTTP_HOST and WATTLINE_HTTP_PORT instead");
        assertThat(CamelOverrides.problems(List.of(), List.of(), Map.of("camel.ssl.trust-all-certificates", "true")))
                .singleElement().asString().startsWith("Key camel.ssl.trust-all-certificates");
    }

    @Test
    void developer_tools_listen_on_this_machine_only() {
        assertThat(CamelOverrides.problems(List.of(), List.of(), Map.of("camel.management.enabled", "true",
                "camel.management.host", "127.0.0.1"))).isEmpty();
        assertThat(CamelOverrides.problems(List.of(), List.of(), Map.of("camel.management.enabled", "true",
                "camel.management.host", "10.0.0.5"))).singleElement().asString().contains("is '10.0.0.5'");
        assertThat(CamelOverrides.problems(List.of(), List.of(), Map.of("camel.management.enabled", "true")))
                .singleElement().asString().contains("is '0.0.0.0'");
    }
}
