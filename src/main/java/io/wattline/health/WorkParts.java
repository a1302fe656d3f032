package io.wattline.health;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be wrong with disk, timers and messages to people: parts of {@link Health} that have a limit. */
public final class WorkParts {

    private final Limits limits;
    private final Disk disk;
    private final TimerWatch timers;
    private final OpenWork open;
    private final Clock clock;

    /**
     * @param diskFreeMinPercent less of the disk of data/spool free is trouble
     * @param timerLateMax       a timer that is late by more is
     * @param messageAgeMax      a message to people that is on its way for longer is
     */
    public record Limits(int diskFreeMinPercent, Duration timerLateMax, Duration messageAgeMax) {
    }

    public WorkParts(Limits limits, Disk disk, TimerWatch timers, OpenWork open, Clock clock) {
        this.limits = limits;
        this.disk = disk;
        this.timers = timers;
        this.open = open;
        this.clock = clock;
    }

    public List<Health.Part> all() {
        return List.of(new Health.Part("disk", false, this::disk), new Health.Part("timers", false, this::timers), new Health.Part("messages", false, this::messages));
    }

    private Optional<String> disk() {
        long percent = Math.round(Math.floor(disk.freeShare() * 100));
        return percent >= limits.diskFreeMinPercent() ? Optional.empty()
                : Optional.of("of the disk of " + disk.there() + " only " + percent + " % are free; health.disk-free-min is " + limits.diskFreeMinPercent() + " %");
    }

    private Optional<String> timers() {
        List<String> late = timers.late().stream().filter(timer -> timer.value() > limits.timerLateMax().toSeconds())
                .map(timer -> timer.subject().name() + " (" + timer.detail() + ")").toList();
        return late.isEmpty() ? Optional.empty() : Optional.of("late: " + String.join(", ", late));
    }

    private Optional<String> messages() {
        return open.counts().filter(counts -> counts.oldestMessage() != null && counts.oldestMessage().plus(limits.messageAgeMax()).isBefore(clock.instant()))
                .map(counts -> counts.messages() + " message(s) to people are not taken, the oldest since " + counts.oldestMessage());
    }
}
