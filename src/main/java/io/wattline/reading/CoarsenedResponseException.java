package io.wattline.reading;

/** The source answered in another resolution than it was asked for, which it does silently on long ranges: bins of 30 minutes are not bins of 15. */
public final class CoarsenedResponseException extends UnusableResponseException {

    private final int foundSeconds;

    public CoarsenedResponseException(Window window, int foundSeconds) {
        super(window, "asked for bins of " + window.channel().interval().toSeconds() + " s, the answer has bins of " + foundSeconds
                + " s; allowed is only the resolution asked for, a shorter window may get it", null);
        this.foundSeconds = foundSeconds;
    }

    /** The resolution of the answer. */
    public int foundSeconds() {
        return foundSeconds;
    }
}
