package io.wattline.anomaly.detector;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a detector remembers of a channel from day to day: its own scores. A channel that is restless by nature raises
 * the detector's cut-off: an alarm must exceed what the detector has seen twice within eight weeks.
 */
public final class DetectorMemory {

    private static final int DAYS = 56;
    private static final int SECOND = 2;
    private static final double BEYOND = 1.2;
    /** A running anomaly goes on until its score is well below the cut-off. */
    private static final double GOES_ON = 0.7;
    private static final double REMEMBERED_MAX = 2;

    private final Map<String, RecentNumbers> rings = new HashMap<>();
    private final RecentNumbers scores = new RecentNumbers(DAYS);
    private double factor = 1;
    private boolean learning = true;
    private boolean running;
    private final OpenLevels levels = new OpenLevels();

    /** As it is stored. */
    public MemoryState state() {
        Map<String, MemoryState.Numbers> states = new TreeMap<>();
        rings.forEach((name, ring) -> states.put(name, ring.state()));
        return new MemoryState(states, scores.state(), running, levels.state(), levels.changedFrom());
    }

    public static DetectorMemory of(MemoryState state) {
        DetectorMemory memory = new DetectorMemory();
        state.rings().forEach((name, ring) -> memory.rings.put(name, RecentNumbers.of(ring)));
        for (double score : state.scores().values()) {
            memory.scores.add(score);
        }
        memory.running = state.running();
        memory.levels.restore(state.levels(), state.changedFrom());
        return memory;
    }

    /** See {@link OpenLevels#accept}. */
    public boolean acceptLevel(int fromDay, int daysApart) {
        return levels.accept(fromDay, daysApart);
    }

    /** Whether scores are remembered but raise nothing. */
    public void setLearning(boolean isLearning) {
        this.learning = isLearning;
    }

    /** By how much verdicts and budgets have raised the cut-off on this channel. */
    public void setFactor(double cutOffFactor) {
        this.factor = cutOffFactor;
    }

    boolean isLearning() {
        return learning;
    }

    double factor() {
        return factor;
    }

    /** Numbers of the last eight weeks that are remembered beside the scores. */
    RecentNumbers ring(String name) {
        return ring(name, DAYS);
    }

    RecentNumbers ring(String name, int length) {
        return rings.computeIfAbsent(name, key -> new RecentNumbers(length));
    }

    OpenLevels levels() {
        return levels;
    }

    /** How many changes of level are open. */
    public int openLevels() {
        return levels.size();
    }

    /** First day that the latest change of {@link #correction} is about. */
    public int correctedFrom() {
        return levels.changedFrom();
    }

    /** Log of the factor by which readings are too high while a fault of the meter is open; 0 where they are right. */
    public double correction() {
        return levels.correction();
    }

    /**
     * Whether a day's score is beyond the cut-off of the channel; remembers it. One anomaly is remembered once, however
     * long.
     */
    boolean isBeyond(double score, double cutOff) {
        double second = scores.largest(SECOND);
        double limit = Math.max(cutOff * factor, Double.isNaN(second) ? 0 : BEYOND * second);
        boolean beyond = !learning && score > (running ? GOES_ON : 1) * limit;
        if (!beyond || !running) {
            scores.add(beyond ? Math.min(score, REMEMBERED_MAX * limit) : score);
        }
        running = beyond;
        return beyond;
    }

    /**
     * The same for a score that rises slowly, which would raise its own cut-off: it is compared with the cut-off alone.
     */
    boolean isAbove(double score, double cutOff) {
        running = !learning && score > (running ? GOES_ON : 1) * cutOff * factor;
        return running;
    }
}
