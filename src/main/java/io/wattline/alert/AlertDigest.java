package io.wattline.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One message about everything that still fires, in place of a reminder for each alert. When it is due for one alert,
 * it counts as the reminder of all that have gone on for as long.
 */
final class AlertDigest {

    private final AlertTiming timing;
    private final Instant now;
    private final List<AlertLifecycle.Step> steps;
    private final Optional<String> carrier;

    /** @param steps of all alerts in an evaluation */
    AlertDigest(AlertTiming timing, Instant now, List<AlertLifecycle.Step> steps) {
        this.timing = timing;
        this.now = now;
        this.carrier = steps.stream().filter(AlertDigest::isDue).map(AlertLifecycle.Step::alert)
                .min(Comparator.comparing(Alert::severity).thenComparing(Alert::startedAt)).map(Alert::key);
        this.steps = carrier.isEmpty() ? steps : steps.stream().map(this::listed).toList();
    }

    /** The same steps; where a digest is due, with what it changes of the alerts that it lists. */
    List<AlertLifecycle.Step> steps() {
        return steps;
    }

    /** Whether the message belongs to this alert: the most severe of those for which it is due. */
    boolean isCarriedBy(AlertLifecycle.Step step) {
        return carrier.filter(step.alert().key()::equals).isPresent();
    }

    /** Alerts that fire and that the notification channel takes, the most severe first. */
    List<Alert> firing(NotificationChannel channel) {
        return steps.stream().map(AlertLifecycle.Step::alert)
                .filter(alert -> alert.isOpen() && alert.notifiedAt() != null && alert.quietReason() == null)
                .filter(alert -> channel.severities().contains(alert.severity()))
                .sorted(Comparator.comparing(Alert::severity).thenComparing(Alert::startedAt)).toList();
    }

    private static boolean isDue(AlertLifecycle.Step step) {
        return step.kind().filter(MessageKind.DIGEST::equals).isPresent();
    }

    private AlertLifecycle.Step listed(AlertLifecycle.Step step) {
        Alert alert = step.alert();
        boolean isListed = step.kind().isEmpty() && alert.state() == Alert.State.FIRING && alert.notifiedAt() != null
                && alert.quietReason() == null && timing.isInDigest(alert);
        return isListed
                ? new AlertLifecycle.Step(alert.notified(List.of(), now, true), Optional.of(MessageKind.DIGEST))
                : step;
    }
}
