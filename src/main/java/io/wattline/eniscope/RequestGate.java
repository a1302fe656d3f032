package io.wattline.eniscope;

/** The one door to the source: open while the process works, shut once it stops, so that long work ends soon and nothing new is asked. */
public final class RequestGate {

    private volatile boolean open = true;

    public boolean isOpen() {
        return open;
    }

    /** For good. What is asked already gets its answer. */
    public void shut() {
        open = false;
    }

    /** Lets a question pass; {@link GateClosedException} once the process stops. */
    public void enter(ApiRequest request) {
        if (!open) {
            throw new GateClosedException(request.subject() + ": not asked, since Wattline stops; it is asked again after the next start");
        }
    }
}
