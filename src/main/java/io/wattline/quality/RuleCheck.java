package io.wattline.quality;

/**
 * One rule of a run that is one statement, {@code db/sql/check-<rule>.sql}.
 *
 * @param rule such as {@code spike}
 */
public record RuleCheck(CheckRun run, String rule) {
}
