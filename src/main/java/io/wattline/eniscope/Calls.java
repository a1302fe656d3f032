package io.wattline.eniscope;

import io.wattline.source.BreakdownException;
import io.wattline.source.RequestGate;
import io.wattline.source.SourceException;
import io.wattline.source.SourceRequest;
import java.io.IOException;

/** Begins calls to the source, and notes how they fail without a response. */
public final class Calls {

    private final RequestGate gate;

    Calls(RequestGate gate) {
        this.gate = gate;
    }

    /** A call for the request; {@link io.wattline.source.GateClosedException} once the process stops. */
    public Call begin(SourceRequest request) {
        gate.enter(request);
        return new Call(request);
    }

    /** No response came: always throws a {@link BreakdownException} that names the request. */
    public void noResponse(IOException thrown, Call call) {
        throw new BreakdownException(
                call.request().subject() + ": no response from the source: " + thrown.getMessage());
    }

    /**
     * The call with its refusal, for {@link ResponseVerdict}: a value, so that the circuit breaker does not count it as
     * a failure.
     */
    public Call refused(SourceException thrown, Call call) {
        call.refuse(thrown);
        return call;
    }
}
