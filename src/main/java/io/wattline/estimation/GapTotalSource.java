package io.wattline.estimation;

import io.wattline.reading.CounterBins;
import io.wattline.reading.CounterRequest;
import java.util.List;
import java.util.Optional;

/** A way to get the energy over a gap from the source. */
interface GapTotalSource {

    /** The requests, in order. */
    List<CounterRequest> requests();

    /**
     * The energy over the gap; empty where the responses do not tell it.
     *
     * @param answers one for each request
     */
    Optional<GapTotal> total(List<CounterBins> answers);
}
