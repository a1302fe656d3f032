package io.wattline.anomaly.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The detectors that watch a single channel. */
public final class Detectors {

    private Detectors() {
    }

    /** Those that are enabled, in the order in which they judge. */
    public static List<Detector> of(Map<AnomalyKind, DetectorTuning> tunings) {
        List<Detector> detectors = new ArrayList<>();
        for (AnomalyKind kind
                : List.of(AnomalyKind.LEVEL, AnomalyKind.DRIFT, AnomalyKind.CLOCK, AnomalyKind.FROZEN,
                AnomalyKind.SOLAR_NIGHT, AnomalyKind.ZERO,
                AnomalyKind.SPIKE, AnomalyKind.NIGHT_LOAD, AnomalyKind.DAY,
                AnomalyKind.SLOT, AnomalyKind.RECURRING_GAP, AnomalyKind.BALANCE)) {
            DetectorTuning tuning = tunings.get(kind);
            if (tuning != null && tuning.enabled()) {
                detectors.add(of(kind, tuning));
            }
        }
        return detectors;
    }

    private static Detector of(AnomalyKind kind, DetectorTuning tuning) {
        return switch (kind) {
            case DAY -> new DayDetector(tuning);
            case SLOT -> new SlotDetector(tuning);
            case NIGHT_LOAD -> new NightLoadDetector(tuning);
            case SPIKE -> new SpikeDetector(tuning);
            case ZERO -> new ZeroDetector(tuning);
            case FROZEN -> new FrozenDetector(tuning);
            case CLOCK -> new ClockDetector(tuning);
            case RECURRING_GAP -> new RecurringGapDetector(tuning);
            case DRIFT -> new DriftDetector(tuning);
            case LEVEL -> new LevelDetector(tuning);
            case SOLAR_NIGHT -> new SolarNightDetector(tuning);
            case BALANCE -> new BalanceDetector(tuning);
        };
    }
}
