package io.wattline.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which of the fields that are offered a channel really has: one that it lacks fails the whole call for ever,
 * and the answer does not say which. Groups are asked for, and halved where they are refused, so that one field of 28
 * is found with some ten questions. The core set comes first: a channel that refuses all of it is asked no further.
 */
final class FieldSearch {

    private final List<String> offered;
    private final Deque<List<String>> groups = new ArrayDeque<>();
    private final Set<String> found = new HashSet<>();
    private List<String> rest;

    /** @param offered what the source says it offers, at least one field */
    FieldSearch(List<String> offered, List<String> core) {
        this.offered = List.copyOf(offered);
        List<String> known = core.stream().filter(offered::contains).toList();
        List<String> first = known.isEmpty() ? offered.subList(0, Math.min(core.size(), offered.size())) : known;
        rest = offered.stream().filter(code -> !first.contains(code)).toList();
        groups.push(first);
    }

    /** The fields to ask for now; empty when the search is over. */
    Optional<List<String>> group() {
        return Optional.ofNullable(groups.peek());
    }

    /** The channel has the fields of the group. */
    void answered() {
        found.addAll(groups.pop());
        goOn();
    }

    /** It lacks at least one of them. */
    void refused() {
        List<String> group = groups.pop();
        int half = group.size() / 2;
        if (half > 0) {
            groups.push(group.subList(half, group.size()));
            groups.push(group.subList(0, half));
        }
        goOn();
    }

    private void goOn() {
        if (groups.isEmpty() && !found.isEmpty() && !rest.isEmpty()) {
            groups.push(rest);
            rest = List.of();
        }
    }

    /** What the channel has, in the order offered; empty where it refuses everything. */
    List<String> found() {
        return offered.stream().filter(found::contains).toList();
    }
}
