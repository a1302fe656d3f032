package io.wattline.health;

import io.wattline.alert.Measurement;
import io.wattline.settings.Durations;
import io.wattline.settings.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Parts of {@link Health} that have a limit: disk, timers, notifications, and the number of channels. */
public final class LimitChecks {

    private final HealthSettings limits;
    private final Disk disk;
    private final TimerWatch timers;
    private final OpenWork open;
    private final Clock clock;

    public LimitChecks(HealthSettings limits, Disk disk, TimerWatch timers, OpenWork open, Clock clock) {
        this.limits = limits;
        this.disk = disk;
        this.timers = timers;
        this.open = open;
        this.clock = clock;
    }

    List<Health.Part> all() {
        return List.of(
                new Health.Part("disk", false, this::disk),
                new Health.Part("timers", false, this::timers),
                new Health.Part("messages", false, this::messages, this::isCounted),
                new Health.Part("channels", false, this::channels, this::isCounted),
                new Health.Part("readings", false, this::readings, this::isCounted));
    }

    private boolean isCounted() {
        return open.counts().isPresent();
    }

    private Optional<String> disk() {
        long percent = Math.round(Math.floor(disk.freeShare() * 100));
        return percent >= limits.diskFreeMinPercent() ? Optional.empty()
                : Optional.of("only " + percent + " % of the disk of " + disk.existingFolder()
                + " is free; health.disk-free-min is "
                        + limits.diskFreeMinPercent() + " %");
    }

    private Optional<String> timers() {
        List<String> late = timers.late().stream().filter(timer -> timer.value() > limits.timerLateMax().toSeconds())
                .map(LimitChecks::text).toList();
        return late.isEmpty() ? Optional.empty() : Optional.of("late: " + String.join(", ", late));
    }

    private static String text(Measurement timer) {
        return timer.subject().name() + " (" + timer.detail() + ")";
    }

    private Optional<String> messages() {
        return open.counts().filter(this::isOverdue)
                .map(counts -> counts.messages() + " notification(s) undelivered, the oldest since "
                + Times.text(counts.oldestMessage()));
    }

    private boolean isOverdue(OpenWork.Counts counts) {
        return counts.oldestMessage() != null
                && counts.oldestMessage().plus(limits.messageAgeMax()).isBefore(clock.instant());
    }

    /** A service that watches nothing is not well, however quiet it is. */
    private Optional<String> channels() {
        return open.counts().filter(counts -> counts.channels() == 0)
                .map(counts -> "no active channel is known, so nothing is watched; channels come from the source with "
                        + "the metadata (metadata.sync.cron, or wattline sync)");
    }

    /** The canary takes the way of every reading, from normalising to the statement that keeps it. */
    private Optional<String> readings() {
        return open.counts().map(OpenWork.Counts::canaryAgeSeconds)
                .filter(age -> age > limits.canaryAgeMax().toSeconds())
                .map(age -> "no canary has reached the database for " + Durations.humane(Duration.ofSeconds(age))
                        + ", so readings are not kept either; the log says what fails between poll and database");
    }
}
