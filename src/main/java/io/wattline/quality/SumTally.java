package io.wattline.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one turn of the sum check has seen so far. Not thread-safe: one worker walks the days one after the other. */
final class SumTally {

    private final List<FoundProblem> found = new ArrayList<>();
    private final Map<Integer, String> problems = new LinkedHashMap<>();

    void add(FoundProblem finding) {
        found.add(finding);
    }

    /** The first problem of a channel counts. */
    void addProblem(int channelId, String problem) {
        problems.putIfAbsent(channelId, problem);
    }

    List<FoundProblem> found() {
        return found;
    }

    Map<Integer, String> problems() {
        return problems;
    }
}
