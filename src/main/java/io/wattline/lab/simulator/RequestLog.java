package io.wattline.lab.simulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What came in since the start, for tests and for {@code GET /simulator/state}. */
public final class RequestLog {

    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger inFlightMax = new AtomicInteger();
    private final AtomicLong logIns = new AtomicLong();
    private final AtomicLong failedLogIns = new AtomicLong();

    void begins() {
        inFlightMax.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    }

    /** Counts before the response is sent, so that a client that has it finds it counted. */
    void answers(String path, int status) {
        requests.computeIfAbsent(path + " " + status, key -> new LongAdder()).increment();
    }

    void ends() {
        inFlight.decrementAndGet();
    }

    void logIn(boolean accepted) {
        (accepted ? logIns : failedLogIns).incrementAndGet();
    }

    /** Requests by path and status, such as {@code /readings/61001 200}; without a response the status is 0. */
    public Map<String, Long> requests() {
        Map<String, Long> copy = new TreeMap<>();
        requests.forEach((key, count) -> copy.put(key, count.sum()));
        return copy;
    }

    /** All requests for the readings of a channel, whatever came of them. */
    public long requestsOf(int channelId) {
        return count(key -> key.startsWith("/readings/" + channelId + " "));
    }

    /** All requests whose response had this status. */
    public long answered(int status) {
        return count(key -> key.endsWith(" " + status));
    }

    public long total() {
        return count(key -> true);
    }

    public int inFlightMax() {
        return inFlightMax.get();
    }

    public long logIns() {
        return logIns.get();
    }

    public long failedLogIns() {
        return failedLogIns.get();
    }

    private long count(java.util.function.Predicate<String> wanted) {
        return requests.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }
}
