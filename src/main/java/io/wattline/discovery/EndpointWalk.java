package io.wattline.discovery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A walk over the endpoints of the source: each is requested once, and its response leads to others. Findings of an
 * earlier walk that was cut off count. For one thread.
 */
public final class EndpointWalk {

    /** Limits the walk where links never end. */
    private static final int ENDPOINTS_MAX = 1000;
    /** Requests in a row without a response after which the walk ends. */
    private static final int SILENT_MAX = 5;

    private final long runId;
    private final BiConsumer<Integer, Integer> progress;
    private final Set<String> known = new HashSet<>();
    private final Deque<Probe> waiting = new ArrayDeque<>();
    private final List<ProbeResult> findings = new ArrayList<>();
    private Probe current;
    private int silent;

    /** @param progress gets the number of endpoints done and known */
    EndpointWalk(
            long runId, Collection<Probe> seeds, Collection<ProbeResult> found, BiConsumer<Integer, Integer> progress) {
        this.runId = runId;
        this.progress = progress;
        findings.addAll(found);
        found.forEach(finding -> known.add(finding.probe().endpoint()));
        seeds.forEach(this::add);
        found.forEach(finding -> finding.leads().forEach(this::add));
    }

    private void add(Probe probe) {
        if (known.size() < ENDPOINTS_MAX && known.add(probe.endpoint())) {
            waiting.add(probe);
        }
    }

    public long runId() {
        return runId;
    }

    public boolean hasNext() {
        return !waiting.isEmpty();
    }

    /** The next endpoint, which is then {@link #current}. */
    public Probe next() {
        current = waiting.remove();
        return current;
    }

    Probe current() {
        return current;
    }

    /**
     * {@link SourceSilentException} after {@value #SILENT_MAX} requests in a row without a response; earlier findings
     * stay.
     */
    void add(ProbeResult finding) {
        silent = finding.status() == null ? silent + 1 : 0;
        if (silent >= SILENT_MAX) {
            throw new SourceSilentException("The source did not respond to " + silent + " requests in a row ("
                    + finding.note() + "); the next ./wattline discover resumes from here");
        }
        findings.add(finding);
        finding.leads().forEach(this::add);
        progress.accept(findings.size(), findings.size() + waiting.size());
    }

    List<ProbeResult> findings() {
        return List.copyOf(findings);
    }
}
