package io.wattline.reading;

/** The response has another resolution than was requested. The source does so on long ranges without a word. */
public final class CoarsenedResponseException extends UnusableResponseException {

    private final int foundSeconds;

    public CoarsenedResponseException(Window window, int foundSeconds) {
        super(
                window,
                "requested bins of " + window.channel().interval().toSeconds() + " s, the response has bins of "
                        + foundSeconds + " s; allowed is only the resolution asked for, a shorter window may get it",
                null);
        this.foundSeconds = foundSeconds;
    }

    /** The resolution of the response, seconds. */
    public int foundSeconds() {
        return foundSeconds;
    }
}
