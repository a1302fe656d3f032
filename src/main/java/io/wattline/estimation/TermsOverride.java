package io.wattline.estimation;

import io.wattline.channel.ChannelCondition;
import io.wattline.yaml.YamlValue;

/**
 * Other limits for some channels: one entry of {@code overrides} in {@code config/estimation.yaml}.
 *
 * @param changes {@code methods}, {@code totals} or both, with what differs
 */
record TermsOverride(ChannelCondition condition, YamlValue changes) {
}
