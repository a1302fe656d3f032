package io.wattline.anomaly;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DetectorTuning;
import io.wattline.channel.Channel;
import io.wattline.estimation.EstimationRules;
import io.wattline.estimation.Holidays;
import io.wattline.settings.ConfigFile;
import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How anomalies are looked for: the content of {@code config/anomalies.yaml}. Never changes; safe for many threads. */
public final class AnomalyBook {

    private final Map<AnomalyKind, Map<String, YamlValue>> detectors;
    private final List<AnomalyOverride> overrides;
    private final Holidays holidays;

    AnomalyBook(Map<AnomalyKind, Map<String, YamlValue>> detectors, List<AnomalyOverride> overrides,
            Holidays holidays) {
        this.detectors = detectors;
        this.overrides = List.copyOf(overrides);
        this.holidays = holidays;
    }

    /** Reads a file; {@link io.wattline.yaml.YamlFileException} names the line of whatever is wrong. */
    public static AnomalyBook read(Path file) {
        return AnomalyFile.book(YamlFile.read(file));
    }

    /** Reads a text; {@code name} is what messages call it. */
    public static AnomalyBook parse(String name, String text) {
        return AnomalyFile.book(YamlFile.parse(name, text));
    }

    /** That of an installation, with its calendar of holidays; the shipped ones where its home has none. */
    public static AnomalyBook of(Path home) {
        ConfigFile file = ConfigFile.read(home, "config/anomalies.yaml");
        ConfigFile calendar = ConfigFile.read(home, "config/estimation.yaml");
        AnomalyBook book = parse(file.name(), file.text());
        return new AnomalyBook(book.detectors, book.overrides,
                EstimationRules.parse(calendar.name(), calendar.text()).holidays());
    }

    /** Holidays at the site of a channel, from the calendar of estimation; none where the text was parsed by itself. */
    Predicate<LocalDate> holidays(JudgedChannel channel) {
        return holidays.at(channel.country(), channel.channel().organizationId());
    }

    /** The same as they stand in the calendar. */
    String holidaysText(JudgedChannel channel) {
        return holidays.text(channel.country(), channel.channel().organizationId());
    }

    /** Settings without overrides, for series that belong to no channel. */
    public Map<AnomalyKind, DetectorTuning> tunings() {
        return AnomalyFile.tunings(detectors);
    }

    /** Settings for a channel. */
    public Map<AnomalyKind, DetectorTuning> tunings(Channel channel) {
        Map<AnomalyKind, Map<String, YamlValue>> all = detectors;
        for (AnomalyOverride override : overrides) {
            all = override.condition().holds(channel) ? AnomalyFile.with(all, override.changes()) : all;
        }
        return AnomalyFile.tunings(all);
    }
}
