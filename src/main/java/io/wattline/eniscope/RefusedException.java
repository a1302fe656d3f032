package io.wattline.eniscope;

/** The source understood and says no. Asking the same again gives the same answer. */
public final class RefusedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** Why it says no. */
    public enum Reason {
        /** A field that the channel lacks, a range too long for the resolution, or a channel that cannot be read (status 500 with these words). */
        INVALID_PARAMETER,
        /** Status 402: the subscription of the device or the organization has ended. */
        SUBSCRIPTION_ENDED,
        /** Status 403: the account lacks the rights, or the firewall stands in between. */
        FORBIDDEN,
        /** Status 404. */
        NOT_FOUND,
        /** Another 4xx, or an answer over the size limit. */
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
