package io.wattline.discovery;

import io.wattline.eniscope.BreakdownException;
import io.wattline.eniscope.RefusedException;
import io.wattline.eniscope.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The steps of {@code ./wattline discover} that the routes name. */
public final class Explorer {

    private final ResourceList resources;
    private final EndpointStore store;

    public Explorer(ResourceList resources, EndpointStore store) {
        this.resources = resources;
        this.store = store;
    }

    /** The run that was cut off within the last day and goes on now; null where there is none. */
    public Long openRun() {
        return store.openRun();
    }

    /** @param progress hears how many endpoints are done and how many are known; null where nobody listens */
    public EndpointWalk begin(long runId, BiConsumer<Integer, Integer> progress) {
        List<Probe> seeds = new ArrayList<>(resources.seeds());
        store.deviceTypes().forEach(type -> seeds.add(Probe.get("fields/" + type, "", "device type")));
        return new EndpointWalk(runId, seeds, store.found(runId), progress == null ? (done, known) -> { } : progress);
    }

    /** Takes a good answer; it is kept at once, so that a run that is cut off goes on from here. */
    public void took(EndpointWalk walk, byte[] body, Response response) {
        keep(walk, ResponseStudy.of(resources, walk.inHand(), body, response));
    }

    /**
     * A no of the source is a finding like any other.
     *
     * @param response null where nothing came back
     * @throws RuntimeException {@code thrown}, where it says nothing about the endpoint: the account is not let in, or too many requests
     */
    public void refused(EndpointWalk walk, RuntimeException thrown, Response response) {
        Integer status = response == null ? null : (Integer) response.status();
        long millis = response == null ? 0 : response.millis();
        String note = thrown.getMessage() == null ? "" : thrown.getMessage().replaceFirst("^discovery of [^:]*: ", "");
        if (thrown instanceof RefusedException) {
            keep(walk, ProbeResult.silent(walk.inHand(), "refused", status, note, millis));
        } else if (thrown instanceof BreakdownException) {
            keep(walk, ProbeResult.silent(walk.inHand(), ProbeResult.BROKEN, status, note, millis));
        } else {
            throw thrown;
        }
    }

    /** Where a breakdown keeps from seeing where an endpoint leads, it leads where it did the last time: what is behind it is not gone. */
    private void keep(EndpointWalk walk, ProbeResult finding) {
        ProbeResult kept = finding.state().equals(ProbeResult.BROKEN) ? finding.leadingTo(store.ledTo(finding.probe().endpoint())) : finding;
        walk.took(kept);
        store.keep(walk.runId(), kept);
    }

    /** Holds what was found against what was known, and remembers it. */
    public Discovered end(EndpointWalk walk) {
        List<Endpoint> before = store.endpoints();
        List<SourceChange> changes = SourceChange.between(before, walk.findings());
        store.remember(walk.runId(), walk.findings(), changes, resources);
        return new Discovered(before.isEmpty(), changes, store.endpoints());
    }
}
