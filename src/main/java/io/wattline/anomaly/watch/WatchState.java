package io.wattline.anomaly.watch;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.MemoryState;
import io.wattline.anomaly.detector.Sighting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a watch knows at the end of a day, so that it goes on the next day as if it had never stopped. Days and cells
 * are counted from {@code firstDay}.
 *
 * @param firstDay       first day of the channel's history
 * @param judged         how many days are behind it
 * @param measuredDays   of these, days with readings
 * @param judgedDays     of these, days with history enough to judge
 * @param correction     log of the factor by which readings are too high while a level is wrong
 * @param corrections    that of the last days
 * @param forgotten      ranges of cells that are not learned from
 * @param toForget       sightings whose readings are forgotten soon
 * @param memories       of each detector
 * @param events         that may still go on, or explain others
 */
public record WatchState(LocalDate firstDay, int judged, int measuredDays, int judgedDays, double correction,
        double[] corrections, List<int[]> forgotten, List<Sighting> toForget, Map<AnomalyKind, MemoryState> memories,
        List<AnomalyEvent> events) {

    /** The last judged day. */
    public LocalDate through() {
        return firstDay.plusDays(judged - 1L);
    }
}
