package io.wattline.validation;

import io.wattline.channel.Channel;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;
import io.wattline.reading.Rejected;
import io.wattline.reading.Violation;
import java.util.ArrayList;
import java.util.List;

/** Every rule that a reading breaks. */
final class RuleViolations {

    private final Channel channel;
    private final List<Violation> violations = new ArrayList<>();
    private Reading reading;

    RuleViolations(Channel channel) {
        this.channel = channel;
    }

    void begin(Reading next) {
        reading = next;
        violations.clear();
    }

    void add(RuleSettings rule, String found) {
        violations.add(new Violation(
                rule.name(),
                Reasons.of(
                        channel, reading.start(), found + ": " + rule.reason(), rule.name() + ", config/rules.yaml")));
    }

    boolean isEmpty() {
        return violations.isEmpty();
    }

    Rejected reject() {
        return new Rejected("validate", channel.channelId(), reading.start(), violations, reading.payload());
    }
}
