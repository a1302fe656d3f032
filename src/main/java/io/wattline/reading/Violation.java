package io.wattline.reading;

/**
 * One reason why a reading is rejected.
 *
 * @param rule   name of the rule, such as {@code power-range}
 * @param reason for people: what was found, what is allowed, where to change it
 */
public record Violation(String rule, String reason) {
}
