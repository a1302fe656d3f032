package io.wattline.anomaly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** One run over the channels, started by the timer, after a backfill or on request. It is used by one thread. */
public final class AnomalyRun {

    private final List<Integer> channelIds;
    private final BiConsumer<Integer, Integer> progress;
    private final List<String> problems = new ArrayList<>();
    private Instant now;
    private long runId;
    private int channels;
    private int done;
    private ChannelJudge.Counts counts = ChannelJudge.Counts.NONE;

    /**
     * @param channelIds empty for all active channels
     * @param progress   called with how many channels are done, and how many there are
     */
    public AnomalyRun(List<Integer> channelIds, BiConsumer<Integer, Integer> progress) {
        this.channelIds = List.copyOf(channelIds);
        this.progress = progress;
    }

    List<Integer> channelIds() {
        return channelIds;
    }

    void begin(Instant instant) {
        now = instant;
    }

    Instant now() {
        return now;
    }

    void started(long newRunId, int ofChannels) {
        runId = newRunId;
        channels = ofChannels;
    }

    long runId() {
        return runId;
    }

    void done(ChannelJudge.Counts found) {
        counts = counts.plus(found);
        progress.accept(++done, channels);
    }

    void failed(String problem) {
        problems.add(problem);
        progress.accept(++done, channels);
    }

    AnomalyReport report() {
        return new AnomalyReport(runId, channels, counts.opened(), counts.changed(), counts.gone(), problems);
    }
}
