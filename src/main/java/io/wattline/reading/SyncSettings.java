package io.wattline.reading;

import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;

/** How a sync of dates waits for a source that fails. */
public record SyncSettings(
        @Setting(key = "readings.sync.pause", fallback = "30s", min = "1ms",
                meaning = "Pause before a sync of dates requests again what failed.")
        Duration pause,
        @Setting(key = "readings.sync.attempts", fallback = "10", min = "0",
                meaning = "How often in a row a sync of dates requests again without reading a window, before it "
                        + "gives up. While the circuit breaker is open, it waits without limit.")
        int attempts) implements SettingsGroup {
}
