package io.wattline.routes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row that the edited routes change.
 *
 * @param what   {@code changed}, {@code gone} (only as it is) or {@code new} (only edited)
 * @param key    which row it is
 * @param values of a changed row the columns that differ, each as it is and edited; of others all columns that are set
 */
public record RowDifference(String what, Map<String, String> key, Map<String, List<String>> values) {

    /** In one line. */
    public String text() {
        String shown = values.entrySet().stream()
                .map(each -> each.getKey() + " " + String.join(" -> ", each.getValue()))
                .collect(Collectors.joining(", "));
        return what + " "
                + key.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "))
                + ": " + shown;
    }
}
