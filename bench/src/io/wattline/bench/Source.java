package io.wattline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The simulated API in a process of its own. */
final class Source implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Child process;
    private final URI url;
    private final HttpClient client = HttpClient.newHttpClient();

    private Source(Child process, URI url) {
        this.process = process;
        this.url = url;
    }

    static Source start(Path jar, int channels, int fields, long seed, Path work)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                jar.toString(),
                "io.wattline.lab.simulator.SimulatorCommand",
                "--channels",
                "" + channels,
                "--fields",
                "" + fields,
                "--seed",
                "" + seed);
        Child process = Child.start("simulator", command, Map.of(), work);
        return new Source(process, URI.create(process.firstLine()));
    }

    URI url() {
        return url;
    }

    /** Requests that have come in so far. */
    long requests() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/simulator/state")).build();
        return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .get("total")
                .asLong();
    }

    double cpuSeconds() {
        return ProcessTimes.cpuSeconds(process.pid());
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
