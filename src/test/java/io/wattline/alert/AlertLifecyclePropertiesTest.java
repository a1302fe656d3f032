package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.alert.Alert.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/**
 * Whatever is found, minute by minute, people hear of it once when it begins, seldom while it goes on, and once when it
 * is over.
 */
class AlertLifecyclePropertiesTest {

    private static final Instant START = Instant.parse("2026-02-03T12:00:00Z");
    private static final AlertTiming TIMING = new AlertTiming(List.of(Duration.ofMinutes(20)),
            List.of(Duration.ofMinutes(40)),
            Duration.ofMinutes(15), Duration.ofMinutes(4), Duration.ofMinutes(5));
    private static final Duration FOR = Duration.ofMinutes(3);
    private static final Duration CLEAR_FOR = Duration.ofMinutes(2);
    private static final AlertRule RULE = new AlertRule("rule", "Rule", Condition.parse("last_reading_age > 1h"), FOR,
            Condition.parse("last_reading_age < 30m"), CLEAR_FOR,
            AlertSeverity.CRITICAL, "act", "page", new RuleScope(Set.of(), Set.of(), Set.of()), Set.of(), true);

    /**
     * What is found of two channels in one minute, by minutes of age: 0 well, 45 between, 90 stale; and whether
     * somebody acknowledges afterwards.
     */
    record Minute(int first, int second, boolean explained, boolean acknowledged) {
    }

    private record Heard(int minute, MessageKind kind, Alert alert) {
    }

    private static List<Heard> live(List<Minute> minutes) {
        List<Heard> heard = new ArrayList<>();
        Optional<Alert> alert = Optional.empty();
        for (int i = 0; i < minutes.size(); i++) {
            Minute minute = minutes.get(i);
            Instant now = START.plus(Duration.ofMinutes(i));
            List<RuleResult> findings = List.of(RULE.judge(stale(1, minute.first())),
                    RULE.judge(stale(2, minute.second())));
            Optional<Alert> after = AlertLifecycle.evaluated(RULE, alert.filter(Alert::isOpen), findings, now);
            if (after.isPresent()) {
                AlertLifecycle.Step step = AlertLifecycle.notified(after.get(), minute.explained()
                        ? Optional.of("a cause") : Optional.empty(), subject -> true, TIMING, now);
                int at = i;
                step.kind().ifPresent(kind -> heard.add(new Heard(at, kind, step.alert())));
                after = Optional.of(minute.acknowledged() && step.alert().state() == State.FIRING
                        ? acknowledged(step.alert(), now) : step.alert());
            }
            alert = after;
        }
        return heard;
    }

    private static Measurement stale(int channel, int minutes) {
        return Measurement.of(new AlertSubject("s", "Site", channel, null, "c" + channel), minutes * 60, null);
    }

    private static Alert acknowledged(Alert a, Instant now) {
        return new Alert(a.key(), a.incident(), a.rule(), a.siteId(), a.siteName(), a.severity(), State.ACKNOWLEDGED,
                a.startedAt(), a.firedAt(), a.notifiedAt(), null, now, "ann", null, a.members(),
                a.version(), a.notices());
    }

    private static List<Minute> minutes(List<Integer> codes) {
        int[] ages = {0, 45, 90, 90};
        return codes.stream().map(code -> Math.floorMod(code, 256))
                .map(code -> new Minute(ages[code & 3], ages[code >> 2 & 3], (code >> 4 & 3) == 0,
                (code >> 6 & 3) == 0)).toList();
    }

    @Property(tries = 500)
    void it_begins_once_and_ends_once_and_nothing_is_said_before_or_after(@ForAll @Size(min = 1,
            max = 120) List<Integer> codes) {
        boolean open = false;
        for (Heard heard : live(minutes(codes))) {
            assertThat(heard.kind() == MessageKind.FIRED).as("minute " + heard.minute() + " " + heard.kind())
                    .isEqualTo(!open);
            open = heard.kind() != MessageKind.RESOLVED;
        }
    }

    @Property(tries = 500)
    void nobody_is_told_before_it_has_held_for_as_long_as_the_rule_says(@ForAll @Size(min = 1,
            max = 120) List<Integer> codes) {
        List<Minute> minutes = minutes(codes);
        live(minutes).stream().filter(heard -> heard.kind() == MessageKind.FIRED).forEach(heard -> {
            Instant now = START.plus(Duration.ofMinutes(heard.minute()));
            assertThat(heard.alert().firing()).isNotEmpty().allMatch(member -> !member.since().plus(FOR).isAfter(now));
        });
    }

    @Property(tries = 500)
    void reminders_are_seldom(@ForAll @Size(min = 1, max = 120) List<Integer> codes) {
        List<Heard> heard = live(minutes(codes));
        for (int i = 1; i < heard.size(); i++) {
            int pause = heard.get(i).minute() - heard.get(i - 1).minute();
            switch (heard.get(i).kind()) {
                case REPEATED -> assertThat(pause).isGreaterThanOrEqualTo(20);
                case GREW -> assertThat(pause).isGreaterThanOrEqualTo(4);
                default -> { }
            }
        }
    }

    @Property(tries = 300)
    void while_a_cause_explains_it_nothing_is_said_but_its_end(@ForAll @Size(min = 1, max = 120) List<Integer> codes) {
        List<Minute> minutes = minutes(codes);
        assertThat(live(minutes).stream().filter(heard -> minutes.get(heard.minute()).explained()).map(Heard::kind))
                .allMatch(MessageKind.RESOLVED::equals);
    }

    @Property(tries = 300)
    void what_is_well_for_long_enough_is_over(@ForAll @Size(max = 60) List<Integer> codes) {
        List<Minute> minutes = new ArrayList<>(minutes(codes));
        for (int i = 0; i < 4; i++) {
            minutes.add(new Minute(0, 0, false, false));
        }
        List<Heard> heard = live(minutes);
        assertThat(heard)
                .satisfiesAnyOf(none -> assertThat(none).isEmpty(), some -> assertThat(some.get(some.size() - 1).kind())
                .isEqualTo(MessageKind.RESOLVED));
    }
}
