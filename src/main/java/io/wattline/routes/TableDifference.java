package io.wattline.routes;

import java.util.List;

/**
 * The difference between two versions of a table.
 *
 * @param before rows with the routes as they are
 * @param after  rows with the edited ones
 * @param gone   rows that only the first have, changed ones among them
 * @param come   rows that only the second have, changed ones among them
 * @param first  the first rows that differ
 */
public record TableDifference(String table, long before, long after, long gone, long come, List<RowDifference> first) {

    public boolean isNone() {
        return gone == 0 && come == 0;
    }
}
