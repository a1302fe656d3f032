package io.wattline.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of the sum check of one run. It is used by one thread. */
public final class SumCheckResults {

    private final CheckRun run;
    private final List<CheckHit> hits = new ArrayList<>();
    private final List<CheckHit> impossible = new ArrayList<>();
    private final Map<Integer, String> problems = new LinkedHashMap<>();

    SumCheckResults(CheckRun run) {
        this.run = run;
    }

    CheckRun run() {
        return run;
    }

    void add(CheckHit hit) {
        hits.add(hit);
    }

    /** The source's total cannot be true, whatever the readings are. */
    void addImpossible(CheckHit hit) {
        impossible.add(hit);
    }

    List<CheckHit> impossible() {
        return impossible;
    }

    /** Only the first problem of a channel counts. */
    void addProblem(int channelId, String problem) {
        problems.putIfAbsent(channelId, problem);
    }

    List<CheckHit> hits() {
        return hits;
    }

    /** Why the check could not run, by channel. */
    Map<Integer, String> problems() {
        return problems;
    }
}
