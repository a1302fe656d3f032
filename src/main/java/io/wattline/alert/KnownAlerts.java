package io.wattline.alert;

import java.util.List;

/**
 * What is known of alerts before an evaluation.
 *
 * @param alerts   those that are open, and those that have ended lately
 * @param silences those that have not ended
 */
public record KnownAlerts(List<Alert> alerts, List<Silence> silences) {

    static KnownAlerts nothing() {
        return new KnownAlerts(List.of(), List.of());
    }
}
