package io.wattline.eniscope;

/**
 * That the source has answered, whatever the answer is worth.
 *
 * @param status HTTP status
 * @param millis from the question to the first byte of the answer
 */
public record Response(int status, long millis) {
}
