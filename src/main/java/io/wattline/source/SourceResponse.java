package io.wattline.source;

/**
 * What the source has sent.
 *
 * @param status HTTP status
 * @param millis from the request to the first byte of the response
 * @param body   the bytes as sent, decompressed; empty where it was not read to its end
 */
public record SourceResponse(int status, long millis, byte[] body) {
}
