package io.wattline.estimation;

import io.wattline.channel.ChannelCondition;
import io.wattline.yaml.YamlValue;

/**
 * Other limits for some channels: an entry of {@code overrides} in {@code config/estimation.yaml}.
 *
 * @param changes {@code methods}, {@code totals} or both, with what differs
 */
record LimitsOverride(ChannelCondition condition, YamlValue changes) {
}
