package io.wattline.quality;

import java.util.Map;

/**
 * One rule over stored readings as {@code config/quality.yaml} has it.
 *
 * @param name       such as {@code spike}; {@code db/sql/check-<name>.sql} looks for it
 * @param severity   of what it finds
 * @param mark       whether measured readings of a finding become suspect
 * @param reason     for people, after the figures
 * @param enabled    whether it runs
 * @param parameters thresholds by the names that the statement uses ({@code factor_day}); lengths of time in seconds ({@code least_seconds})
 */
public record CheckRule(String name, FindingSeverity severity, boolean mark, String reason, boolean enabled, Map<String, Object> parameters) {

    public CheckRule {
        parameters = Map.copyOf(parameters);
    }
}
