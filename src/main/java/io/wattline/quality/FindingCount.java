package io.wattline.quality;

/** How many findings of a check are open. */
public record FindingCount(String rule, FindingSeverity severity, long count) {
}
