package io.wattline.reading;

/** The steps of fetching a window that routes call. */
public final class FetchSteps {

    /** Throws the error on to the caller: the same request would bring the same bins. */
    public void tooCoarse(Throwable thrown) {
        throw (CoarsenedResponseException) RootCauses.root(thrown);
    }
}
