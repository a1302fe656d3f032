package io.wattline.lab.simulator;

import static io.wattline.lab.simulator.SimulatedRows.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param limit 0 = everything in one page
 */
record Paging(List<Map<String, Object>> rows, int page, int limit, int total) {

    private static final int DEFAULT = 20;
    private static final int MAX = 100;

    /** {@code page} from 1, {@code limit} up to 100; empty where one of them is no number. */
    static Optional<Paging> of(List<Map<String, Object>> all, Query query) {
        Integer limit = query.number("limit", DEFAULT);
        Integer page = query.number("page", 1);
        if (limit == null || page == null || page < 1) {
            return Optional.empty();
        }
        int size = Math.min(limit, MAX);
        List<Map<String, Object>> rows = size == 0 ? all : all.stream().skip((page - 1L) * size).limit(size).toList();
        return Optional.of(new Paging(rows, page, size, all.size()));
    }

    Map<String, Object> wrapped(String key) {
        return row(key, rows, "meta", meta());
    }

    Map<String, Object> into(Map<String, Object> owner, String key) {
        owner.put(key, rows);
        owner.put("meta", meta());
        return owner;
    }

    private Map<String, Object> meta() {
        return row(
                "currentPage",
                page,
                "recordsPerPage",
                limit,
                "recordCount",
                total,
                "pageCount",
                limit == 0 ? 0 : (total + limit - 1) / limit);
    }
}
