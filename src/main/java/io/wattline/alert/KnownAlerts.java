package io.wattline.alert;

import java.util.List;

/**
 * What is known before an evaluation.
 *
 * @param alerts   alerts that are open, and those that ended recently
 * @param silences silences that have not ended
 */
public record KnownAlerts(List<Alert> alerts, List<Silence> silences) {

    static KnownAlerts nothing() {
        return new KnownAlerts(List.of(), List.of());
    }
}
