package io.wattline.source;

/** Open while the process works, shut once it stops: no new request is sent then, so that long work ends soon. */
public final class RequestGate {

    private volatile boolean open = true;

    public boolean isOpen() {
        return open;
    }

    /** For good. Requests that were sent before still get their responses. */
    public void shut() {
        open = false;
    }

    /** Lets a request pass; {@link GateClosedException} once the process stops. */
    public void enter(SourceRequest request) {
        if (!open) {
            throw new GateClosedException(
                    request.subject() + ": not sent, since Wattline stops; it is sent after the next start");
        }
    }
}
