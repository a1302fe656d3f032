package io.wattline.anomaly;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.Detectors;
import io.wattline.anomaly.detector.DetectorTuning;
import io.wattline.anomaly.watch.ChannelWatch;
import io.wattline.anomaly.watch.WatchState;
import io.wattline.settings.Durations;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What is stored of a watch, so that a later run goes on from there. */
final class Checkpoints {

    private Checkpoints() {
    }

    /** Judges the days after {@code resumed}, and gives the checkpoints that are kept of them. */
    static List<Map<String, Object>> walk(ChannelWatch watch, LocalDate resumed, LocalDate through) {
        List<Map<String, Object>> checkpoints = new ArrayList<>();
        for (LocalDate day = resumed.plusDays(1); !day.isAfter(through); day = day.plusDays(1)) {
            watch.judgeNext();
            if (isKept(day, through)) {
                WatchState state = watch.state();
                Map<String, Object> checkpoint = new LinkedHashMap<>();
                checkpoint.put("through", day.toString());
                checkpoint.put("measured", state.measuredDays());
                checkpoint.put("judged", state.judgedDays());
                checkpoint.put("state", ChannelHistory.json(state));
                checkpoints.add(checkpoint);
            }
        }
        return checkpoints;
    }

    /** The same as {@code checkpoint_is_kept()}. */
    private static boolean isKept(LocalDate day, LocalDate newest) {
        long age = newest.toEpochDay() - day.toEpochDay();
        return age <= 3 || age <= 35 && day.toEpochDay() % 7 == 0 || age <= 400 && day.toEpochDay() % 56 == 0
                || day.toEpochDay() % 364 == 0;
    }

    /** All that decides how a channel is judged. With another text it is judged anew. */
    static String settings(JudgedChannel channel, AnomalyBook book) {
        Map<AnomalyKind, DetectorTuning> tunings = book.tunings(channel.channel());
        String text = channel.firstDay() + " " + channel.zone() + " "
                + Durations.text(channel.channel().interval()) + " " + new TreeMap<>(tunings) + " "
                + book.holidaysText(channel) + " " + channel.parts() + " "
                + Detectors.of(tunings).stream()
                        .map(each -> each.kind() + " " + each.version())
                        .toList();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
