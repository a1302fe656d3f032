package io.wattline.anomaly.detector;

import java.util.Optional;

/** Judges a day from what was known at its end. */
public interface Detector {

    AnomalyKind kind();

    DetectorTuning tuning();

    /** Raised when the same readings may be judged differently. */
    default int version() {
        return 1;
    }

    /**
     * @param view   the judged day and the days before it
     * @param memory what this detector remembers of the channel; it may change it
     */
    Optional<Sighting> judge(DayView view, DetectorMemory memory);
}
