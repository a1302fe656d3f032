package io.wattline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.health.RunningReport;
import io.wattline.http.HttpSettings;
import io.wattline.settings.Secret;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests the state of the service that runs with the same settings. */
final class ServiceCall {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;

    private final Settings settings;

    ServiceCall(Settings settings) {
        this.settings = settings;
    }

    /** No service responds, or its response cannot be read; the message says which. */
    static final class AbsentException extends Exception {

        private static final long serialVersionUID = 1;

        AbsentException(String message) {
            super(message);
        }
    }

    RunningReport report() throws AbsentException {
        String address = Addresses.http(settings);
        HttpResponse<String> answer = ask(address);
        if (answer.statusCode() == UNAUTHORIZED) {
            throw new AbsentException("runs at " + address + ", but refuses this WATTLINE_HTTP_TOKEN");
        }
        try {
            if (answer.statusCode() != OK) {
                throw new AbsentException("not running here, or not ready yet: another server responds at " + address
                        + " has status " + answer.statusCode());
            }
            return JSON.readValue(answer.body(), RunningReport.class);
        } catch (JsonProcessingException e) {
            throw new AbsentException("not running here: another server responds at " + address);
        }
    }

    private HttpResponse<String> ask(String address) throws AbsentException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/health/status"))
                    .timeout(ANSWER_MAX);
            Secret token = settings.of(HttpSettings.class).token();
            if (token.isSet()) {
                request.header("Authorization", "Bearer " + token.value());
            }
            return HttpClient.newBuilder()
                    .connectTimeout(ANSWER_MAX)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException e) {
            throw new AbsentException("not running here: no response at " + address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AbsentException("not requested: the process stops");
        }
    }
}
