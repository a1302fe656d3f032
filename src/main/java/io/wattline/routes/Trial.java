package io.wattline.routes;

import java.util.List;

/**
 * The result of a trial of edited routes.
 *
 * @param complaints what is wrong with them; then they were not run
 * @param failures   what broke down on the day, {@code as it is} and {@code edited}
 * @param tables     those with rows; empty where nothing was run
 */
public record Trial(List<Complaint> complaints, List<String> failures, List<TableDifference> tables) {

    /** Whether the edited routes do the same. */
    public boolean isSame() {
        return complaints.isEmpty() && failures.isEmpty() && tables.stream().allMatch(TableDifference::isNone);
    }
}
