package io.wattline.lab.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running simulated Eniscope API on the loopback interface:
 * <pre>{@code
 * try (Simulator simulator = Simulator.start(SimulatorSettings.of(Plant.installation(1),
 * clock).withFaults(Fault.all()))) { ... simulator.url() ... simulator.truth().readings(61001, interval) ... } }</pre>
 */
public final class Simulator implements AutoCloseable {

    static {
        // Without it each small response waits 40 ms for the client's acknowledgement. The server reads it once, when
        // its first instance is made.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final SimulatorSettings settings;
    private final SimulatedFaults faults;
    private final Amendments amendments = new Amendments();
    private final RequestLog seen = new RequestLog();
    private final Sessions sessions;
    private final HttpServer server;
    private final ExecutorService threads;

    private Simulator(SimulatorSettings settings) throws IOException {
        this.settings = settings;
        faults = new SimulatedFaults(settings.faults(), settings.share(), settings.plant().seed());
        sessions = new Sessions(settings, faults, seen);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 256);
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "simulator-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new SimulatedApi(settings, faults, amendments, seen, sessions));
        server.createContext("/simulator/", new Control(settings, faults, amendments, seen));
    }

    /** Starts; {@link UncheckedIOException} where the port is taken. */
    public static Simulator start(SimulatorSettings settings) {
        try {
            Simulator simulator = new Simulator(settings);
            simulator.server.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException("Simulator cannot listen on port " + settings.port() + " (--port, 0 = any "
                    + "that is free): " + e.getMessage(), e);
        }
    }

    /** The base URL, with {@code /v1}; every path works without it too. */
    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/v1";
    }

    public SimulatorSettings settings() {
        return settings;
    }

    public Plant plant() {
        return settings.plant();
    }

    /** What the API holds in the end. */
    public Truth truth() {
        return new Truth(settings.plant(), faults, amendments, settings.lateness().toSeconds());
    }

    /** To be switched while it runs. */
    public SimulatedFaults faults() {
        return faults;
    }

    /** What is done to chosen slots; to be changed while it runs. */
    public Amendments amendments() {
        return amendments;
    }

    /** What came in. */
    public RequestLog seen() {
        return seen;
    }

    /** Ends all sessions: the next request with a token gets 419 or 401. */
    public void endSessions() {
        sessions.endAll();
    }

    /** Stops at once; responses on their way are lost. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
