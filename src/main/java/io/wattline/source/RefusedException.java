package io.wattline.source;

/** The source understood the request and refuses it. The same request is refused again. */
public final class RefusedException extends SourceException {

    private static final long serialVersionUID = 1L;

    /** Why the source refuses. */
    public enum Reason {
        /**
         * Status 500 with these words: a field that the channel lacks, a range too long for the resolution, or an
         * unreadable channel.
         */
        INVALID_PARAMETER,
        /** Status 402: the subscription of the device or the organization has ended. */
        SUBSCRIPTION_ENDED,
        /** Status 403: the account lacks the rights, or a firewall refuses the request. */
        FORBIDDEN,
        /** Status 404. */
        NOT_FOUND,
        /** The response has more bytes or records than are read. A shorter window has fewer. */
        TOO_LARGE,
        /** Another 4xx. */
        OTHER
    }

    private final Reason reason;

    public RefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
