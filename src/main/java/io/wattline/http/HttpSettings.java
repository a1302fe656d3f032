package io.wattline.http;

import io.wattline.settings.Hosts;
import io.wattline.settings.Secret;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingConflict;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;
import java.util.List;

/** Settings of the HTTP server: dashboard, API, health and metrics. */
public record HttpSettings(
        @Setting(key = "wattline.http.host", fallback = "127.0.0.1",
                meaning = "Address on which the HTTP server listens. With an address that other machines reach, "
                        + "wattline.http.token is required.")
        String host,
        @Setting(key = "wattline.http.port", fallback = "8080", max = "65535",
                meaning = "Port of the HTTP server; 0 takes any free port.")
        int port,
        @Setting(key = "wattline.http.token", optional = true,
                meaning = "Bearer token for actions, health and metrics, and for the API where other machines reach "
                        + "it. Without a token nobody can change anything over HTTP.")
        Secret token,
        @Setting(key = "wattline.http.names", optional = true,
                meaning = "Names under which other machines reach this one. A request for any other name is refused, "
                        + "which stops DNS rebinding; IP addresses and localhost are always allowed. A port other than "
                        + "wattline.http.port, 80 and 443 belongs to the name, as in localhost:9000.")
        List<String> names,
        @Setting(key = "wattline.http.database-timeout", fallback = "10s", min = "1ms",
                meaning = "How long an HTTP request waits for a database connection before it gets 503.")
        Duration databaseTimeout,
        @Setting(key = "wattline.http.request-timeout", fallback = "20s", min = "1s",
                meaning = "A connection is closed when the headers or the body of a request take longer than this.")
        Duration requestTimeout,
        @Setting(key = "wattline.http.connections-max", fallback = "1000", min = "10",
                meaning = "Limit of open connections in all; a further one is closed at once.")
        int connectionsMax,
        @Setting(key = "wattline.http.connections-per-address-max", fallback = "250", min = "5",
                meaning = "Limit of open connections from one address; a reverse proxy counts as one address.")
        int connectionsPerAddressMax) implements SettingsGroup {

    /** A token must withstand guessing: 16 random characters do. */
    private static final int TOKEN_LENGTH_MIN = 16;

    @Override
    public List<String> conflicts() {
        int length = token.value().length();
        return isLoopback() || length >= TOKEN_LENGTH_MIN ? List.of()
                : List.of(SettingConflict.of("wattline.http.token",
                "has " + length + " characters while wattline.http.host '" + host + "' lets other machines in",
                "at least " + TOKEN_LENGTH_MIN + " characters, or host 127.0.0.1"));
    }

    /** Whether only this machine reaches the server. */
    boolean isLoopback() {
        return Hosts.isLoopback(host);
    }
}
