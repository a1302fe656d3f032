package io.wattline.quality;

/** How many findings of a rule are open. */
public record OpenFindings(String rule, FindingSeverity severity, long count) {
}
