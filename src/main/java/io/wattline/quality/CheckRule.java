package io.wattline.quality;

import java.util.Map;

/**
 * A check over stored readings, from {@code config/quality.yaml}.
 *
 * @param name       such as {@code spike}; {@code db/sql/check-<name>.sql} looks for it
 * @param severity   of its findings
 * @param mark       whether the measured readings of a finding become suspect
 * @param reason     for people; it follows the figures
 * @param enabled    whether it runs
 * @param parameters thresholds by their names in the statement ({@code factor_day}); durations in seconds ({@code
 *                   least_seconds})
 */
public record CheckRule(
        String name,
        FindingSeverity severity,
        boolean mark,
        String reason,
        boolean enabled,
        Map<String, Object> parameters) {

    public CheckRule {
        parameters = Map.copyOf(parameters);
    }
}
