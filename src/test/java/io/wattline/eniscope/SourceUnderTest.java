package io.wattline.eniscope;

import io.wattline.app.WattlineUnderTest;
import io.wattline.channel.Channel;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.RequestLog;
import io.wattline.lab.simulator.SimulatedFaults;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.reading.Window;
import io.wattline.source.SourceRequest;
import io.wattline.source.SourceResponse;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;

/** A running Wattline that sends requests to the simulator for tests. */
final class SourceUnderTest implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-02-03T12:00:00Z");
    static final SourceRequest LIST = SourceRequest.get("organizations", "limit=20", "list of organizations");

    final MovableClock clock = new MovableClock(NOW);
    final WattlineUnderTest wattline;

    SourceUnderTest(Map<String, String> settings) {
        this(settings, Plant.installation(1));
    }

    SourceUnderTest(Map<String, String> settings, Plant plant) {
        this(settings, plant, source -> source);
    }

    SourceUnderTest(Map<String, String> settings, Plant plant, UnaryOperator<SimulatorSettings> source) {
        SimulatorSettings plain =
                SimulatorSettings.of(plant, clock).withPauses(Duration.ofMillis(150), Duration.ofSeconds(1));
        wattline = WattlineUnderTest.start(source.apply(plain), clock, settings);
    }

    /** The request for the readings of a live channel over the day before yesterday. */
    static SourceRequest readings() {
        Channel channel = new Channel(61_001, "Main", "23271", "20", Duration.ofMinutes(15), null, null);
        Interval day = new Interval(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)));
        return ReadingsRequest.of(new Window(channel, day, List.of("E", "P"), 1));
    }

    byte[] ask(SourceRequest request) {
        return ((SourceResponse) wattline.request("direct:eniscope-ask", request)).body();
    }

    /** What a request throws, without Camel's wrapper; null where it succeeds. */
    Throwable failure(SourceRequest request) {
        try {
            ask(request);
            return null;
        } catch (CamelExecutionException e) {
            return e.getCause();
        }
    }

    /** Requests at the same time, each in its own thread; gives what each threw, null where it succeeded. */
    List<Throwable> failuresOf(int threads, SourceRequest request) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Throwable>> all = IntStream.range(0, threads)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> failure(request), pool)).toList();
            return all.stream().map(CompletableFuture::join).collect(Collectors.toCollection(ArrayList::new));
        } finally {
            pool.shutdownNow();
        }
    }

    SimulatedFaults faults() {
        return wattline.simulator().faults();
    }

    RequestLog seen() {
        return wattline.simulator().seen();
    }

    static Duration time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        wattline.close();
    }
}
