package io.wattline.alert;

import java.util.List;

/**
 * What is known of alerts before an evaluation.
 *
 * @param alerts   those that are open, and those that have ended lately
 * @param silences those that have not ended
 */
public record Known(List<Alert> alerts, List<Silence> silences) {

    static Known nothing() {
        return new Known(List.of(), List.of());
    }
}
