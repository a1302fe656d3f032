package io.wattline.discovery;

import io.wattline.source.BreakdownException;
import io.wattline.source.RefusedException;
import io.wattline.source.SourceException;
import io.wattline.source.SourceResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Requests the endpoints of the source one by one, and stores what each responds: the work of {@code ./wattline
 * discover}.
 */
public final class Explorer {

    private final ResourceList resources;
    private final EndpointStore store;
    private final Function<byte[], List<String>> offeredFields;

    /** @param offeredFields reads the field codes that a response names */
    public Explorer(ResourceList resources, EndpointStore store, Function<byte[], List<String>> offeredFields) {
        this.resources = resources;
        this.store = store;
        this.offeredFields = offeredFields;
    }

    /** The run of the last day that was cut off and is resumed now; null where there is none. */
    public Long openRun() {
        return store.openRun();
    }

    /** @param progress gets the number of endpoints done and known; null where nobody listens */
    public EndpointWalk begin(long runId, BiConsumer<Integer, Integer> progress) {
        List<Probe> seeds = new ArrayList<>(resources.seeds());
        store.deviceTypes().forEach(type -> seeds.add(Probe.get("fields/" + type, "", "device type")));
        return new EndpointWalk(runId, seeds, store.found(runId), progress == null ? (done, known) -> { } : progress);
    }

    /**
     * Stores the finding of a good response at once, so that a run that is cut off resumes from here. Gives the walk
     * back.
     */
    public EndpointWalk responded(EndpointWalk walk, SourceResponse response) {
        return keep(walk, ResponseStudy.of(resources, offeredFields, walk.current(), response));
    }

    /**
     * Stores a refusal or a breakdown, which is a finding like any other. Gives the walk back.
     *
     * @throws SourceException {@code thrown}, where it says nothing about the endpoint: a refused log-in, or too many
     *     requests
     */
    public EndpointWalk failed(EndpointWalk walk, SourceException thrown) {
        Integer status = thrown.response().map(SourceResponse::status).orElse(null);
        long millis = thrown.response().map(SourceResponse::millis).orElse(0L);
        String note = thrown.getMessage() == null ? "" : thrown.getMessage().replaceFirst("^discovery of [^:]*: ", "");
        if (thrown instanceof RefusedException) {
            return keep(walk, ProbeResult.failed(walk.current(), "refused", status, note, millis));
        }
        if (thrown instanceof BreakdownException) {
            return keep(walk, ProbeResult.failed(walk.current(), ProbeResult.BROKEN, status, note, millis));
        }
        throw thrown;
    }

    /**
     * An endpoint that fails leads where it led the last time, so that the endpoints behind it do not count as gone.
     */
    private EndpointWalk keep(EndpointWalk walk, ProbeResult finding) {
        ProbeResult kept = finding.state().equals(ProbeResult.BROKEN)
                ? finding.leadingTo(store.ledTo(finding.probe().endpoint()))
                : finding;
        walk.add(kept);
        store.keep(walk.runId(), kept);
        return walk;
    }

    /** Compares the findings with the inventory, and stores them as the new inventory. */
    public Discovered end(EndpointWalk walk) {
        List<Endpoint> before = store.endpoints();
        List<SourceChange> changes = SourceChange.between(before, walk.findings());
        store.remember(walk.runId(), walk.findings(), changes, resources);
        return new Discovered(before.isEmpty(), changes, store.endpoints());
    }
}
