package io.wattline.anomaly.watch;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.DayView;
import io.wattline.anomaly.detector.Detector;
import io.wattline.anomaly.detector.DetectorMemory;
import io.wattline.anomaly.detector.MemoryState;
import io.wattline.anomaly.detector.Sighting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The detectors of one channel with what each remembers of it. */
final class DetectorPanel {

    private final List<Detector> detectors;
    private final Adjustments adjustments;
    private final Map<AnomalyKind, DetectorMemory> memories = new EnumMap<>(AnomalyKind.class);

    DetectorPanel(List<Detector> detectors, Adjustments adjustments) {
        this.detectors = detectors;
        this.adjustments = adjustments;
    }

    List<Detector> detectors() {
        return detectors;
    }

    Adjustments adjustments() {
        return adjustments;
    }

    /** What a detector sees on a day; a muted one sees nothing. */
    Optional<Sighting> judge(Detector detector, DayView view, int measuredDays) {
        double factor = adjustments.factor(detector.kind(), view.date(0));
        if (Double.isInfinite(factor)) {
            return Optional.empty();
        }
        DetectorMemory memory = memories.computeIfAbsent(detector.kind(), kind -> new DetectorMemory());
        memory.setLearning(measuredDays <= detector.tuning().trainingDays());
        memory.setFactor(factor);
        return detector.judge(view, memory);
    }

    /** The memory of the level detector; empty before it has judged. */
    Optional<DetectorMemory> ofLevels() {
        return Optional.ofNullable(memories.get(AnomalyKind.LEVEL));
    }

    Map<AnomalyKind, MemoryState> state() {
        Map<AnomalyKind, MemoryState> states = new EnumMap<>(AnomalyKind.class);
        memories.forEach((kind, memory) -> states.put(kind, memory.state()));
        return states;
    }

    void restore(Map<AnomalyKind, MemoryState> states) {
        states.forEach((kind, state) -> memories.put(kind, DetectorMemory.of(state)));
    }
}
