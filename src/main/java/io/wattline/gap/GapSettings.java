package io.wattline.gap;

import io.wattline.settings.Cron;
import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.time.Duration;
import java.util.List;

/** Settings of the search for gaps. */
public record GapSettings(
        @Setting(
                        key = "gaps.find.cron",
                        fallback = "0 3/15 * * * ?",
                        meaning = "When the search for gaps looks at what is new.")
                Cron findCron,
        @Setting(
                        key = "gaps.find-all.cron",
                        fallback = "0 40 1 * * ?",
                        meaning = "When the search for gaps looks through all of gaps.find-all.range.")
                Cron findAllCron,
        @Setting(
                        key = "gaps.find-all.range",
                        fallback = "35d",
                        min = "1ms",
                        meaning = "How far back the full search for gaps looks.")
                Duration findAllRange,
        @Setting(
                        key = "gaps.tolerance",
                        fallback = "15m",
                        meaning = "Grace period before a reading that is due counts as missing. It begins at the end of"
                                + " the reading plus readings.poll.delay.")
                Duration tolerance,
        @Setting(
                        key = "gaps.ask-again",
                        fallback = "1h,6h,1d,7d",
                        meaning = "When the source is asked for a gap again, each counted from the time the gap was"
                                + " found. After the last attempt the gap is marked as not fillable.")
                List<Duration> askAgain)
        implements SettingsGroup {}
