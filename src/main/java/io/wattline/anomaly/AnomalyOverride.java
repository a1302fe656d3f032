package io.wattline.anomaly;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.channel.ChannelCondition;
import io.wattline.yaml.YamlValue;
import java.util.Map;

/** One entry of {@code overrides} in {@code config/anomalies.yaml}: what differs, for some channels. */
record AnomalyOverride(ChannelCondition condition, Map<AnomalyKind, Map<String, YamlValue>> changes) {
}
