package io.wattline.metrics;

/**
 * Requests to the source since the start of the process.
 *
 * @param ok     with a usable response
 * @param failed without one
 */
public record SourceCalls(long ok, long failed) {

    /**
     * What is known of the source: {@code unknown} before the first response, {@code responding}, or {@code silent}.
     */
    public String state() {
        return ok > 0 ? "responding" : failed > 0 ? "silent" : "unknown";
    }
}
