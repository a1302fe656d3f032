package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All rules at once: groups, causes, silences, and whom what is told. */
class EvaluationTest {

    private static final AlertTiming TIMING = new AlertTiming(
            List.of(Duration.ofHours(4)),
            List.of(Duration.ofHours(24)),
            Duration.ofHours(8),
            Duration.ofMinutes(4),
            Duration.ofMinutes(5));
    private static final Set<String> CHANNELS = Set.of("email", "slack", "pagerduty");
    private static final AlertRules RULES = AlertRulesFileTest.shipped();
    private static final MeasureRequest STALE = new MeasureRequest(Measure.LAST_READING_AGE, null, null);
    private static final MeasureRequest BREAKER = new MeasureRequest(Measure.BREAKER_OPEN, null, null);
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private Instant now = NOON.plusNanos(181_982_000);
    private KnownAlerts known = KnownAlerts.nothing();

    private List<AlertChange> round(Map<MeasureRequest, List<Measurement>> found) {
        Evaluation evaluation = new Evaluation(RULES, known, TIMING, CHANNELS, now);
        found.forEach(evaluation::measured);
        List<AlertChange> changes = evaluation.changes();
        known = new KnownAlerts(changes.stream().map(AlertChange::alert).toList(), known.silences());
        return changes;
    }

    private static List<Measurement> stale(int sites, int channels) {
        return IntStream.range(0, channels)
                .mapToObj(i -> new Measurement(new AlertSubject("s" + i % sites, "Site", i, null, "c"), 3601,
                Double.NaN, 900, null)).toList();
    }

    private static List<Message> messages(List<AlertChange> changes, String way) {
        return changes.stream().flatMap(change -> change.messages().stream())
                .filter(outgoing -> outgoing.channel().equals(way)).map(AlertChange.Outgoing::message).toList();
    }

    @Test
    void a_thousand_channels_of_a_site_are_one_message() {
        List<Message> told = messages(round(Map.of(STALE, stale(1, 1000))), "email");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).title())
                .isEqualTo("[Wattline warning] No data for 4 intervals: 1000 channels, site s0 'Site'");
        assertThat(told.get(0)).extracting(Message::startedAt, Message::at).as("to the second: nobody reads more")
                .containsExactly(NOON, NOON);
        assertThat(told.get(0).found()).hasSize(21).last().isEqualTo("and 980 more (table alerts)");
        assertThat(messages(round(Map.of(STALE, stale(1, 1000))), "email")).isEmpty();
    }

    @Test
    void each_site_hears_of_its_own_and_only_critical_ones_wake_somebody() {
        List<AlertChange> changes = round(Map.of(STALE, stale(3, 9)));
        assertThat(messages(changes, "slack")).extracting(Message::alert)
                .containsExactlyInAnyOrder("channel-stale/s0", "channel-stale/s1", "channel-stale/s2");
        assertThat(messages(changes, "pagerduty")).isEmpty();
    }

    @Test
    void the_cause_is_told_with_how_many_follow_from_it_and_what_follows_is_not() {
        List<Measurement> open = List.of(Measurement.of(AlertSubject.wattline(), 1, null));
        List<Message> told = messages(round(Map.of(BREAKER, open, STALE, stale(2, 20))), "email");
        assertThat(told).extracting(Message::rule).containsExactly("breaker-open");
        assertThat(told.get(0).notes()).singleElement().asString().contains("channel-stale (20 now)", "no-data,");
        now = now.plus(Duration.ofMinutes(1));
        List<Measurement> shut = List.of(Measurement.of(AlertSubject.wattline(), 0, null));
        assertThat(messages(round(Map.of(BREAKER, shut, STALE, stale(2, 20))), "email")).isEmpty();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(messages(round(Map.of(BREAKER, shut, STALE, stale(2, 20))), "email")).extracting(Message::kind)
                .containsExactly(MessageKind.RESOLVED);
        now = now.plus(Duration.ofMinutes(4));
        assertThat(messages(round(Map.of(BREAKER, shut, STALE, List.of())), "email"))
                .as("what followed is over too, and was never told").isEmpty();
    }

    @Test
    void what_does_not_end_with_its_cause_is_told_when_the_aftermath_is_over() {
        round(Map.of(BREAKER, List.of(Measurement.of(AlertSubject.wattline(), 1, null)), STALE, stale(1, 2)));
        Map<MeasureRequest,
                List<Measurement>> after = Map.of(BREAKER, List.of(Measurement.of(AlertSubject.wattline(), 0, null)),
                STALE, stale(1, 2));
        now = now.plus(Duration.ofMinutes(1));
        round(after);
        now = now.plus(Duration.ofMinutes(2));
        KnownAlerts ended = new KnownAlerts(known.alerts(), List.of());
        assertThat(messages(round(after), "email")).extracting(Message::kind).containsExactly(MessageKind.RESOLVED);
        List<Alert> withEnded = known.alerts();
        now = now.plus(Duration.ofMinutes(4));
        assertThat(messages(round(after), "email")).isEmpty();
        known = new KnownAlerts(java.util.stream.Stream.concat(known.alerts().stream(), withEnded.stream()
                .filter(alert -> !alert.isOpen())).collect(Collectors.toList()), ended.silences());
        now = now.plus(Duration.ofMinutes(2));
        assertThat(messages(round(after), "email")).extracting(Message::rule).containsExactly("channel-stale");
    }

    @Test
    void what_nobody_has_heard_of_is_not_told_once_it_is_between_threshold_and_clear() {
        List<Measurement> open = List.of(Measurement.of(AlertSubject.wattline(), 1, null));
        round(Map.of(BREAKER, open, STALE, stale(1, 2)));
        List<Measurement> between =
                List.of(new Measurement(new AlertSubject("s0", "Site", 1, null, "c"), 3000, Double.NaN, 900, null));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(round(Map.of(BREAKER, open, STALE, between)))
                .filteredOn(change -> change.alert().rule().equals("channel-stale"))
                .singleElement()
                .satisfies(change -> assertThat(change.alert().state()).isEqualTo(Alert.State.RESOLVED));
    }

    @Test
    void a_silence_covers_a_channel_a_site_or_a_rule_until_its_end_and_what_is_still_so_is_told_then() {
        Instant end = now.plus(Duration.ofHours(1));
        known = new KnownAlerts(List.of(),
                List.of(new Silence(1, "channel-stale", null, 0, now, end, "rebuilding", "ann")));
        List<Message> told = messages(round(Map.of(STALE, stale(1, 3))), "email");
        assertThat(told).singleElement().satisfies(message -> assertThat(message.summary()).contains("2 channels"));
        known = new KnownAlerts(List.of(), List.of(new Silence(2, null, "s0", null, now, end, "rebuilding", "ann")));
        assertThat(messages(round(Map.of(STALE, stale(1, 3))), "email")).isEmpty();
        now = end;
        assertThat(messages(round(Map.of(STALE, stale(1, 3))), "email")).extracting(Message::kind)
                .containsExactly(MessageKind.FIRED);
    }

    @Test
    void a_question_without_an_answer_leaves_its_alerts_as_they_are() {
        round(Map.of(STALE, stale(1, 3)));
        now = now.plus(Duration.ofHours(1));
        List<AlertChange> changes = round(Map.of());
        assertThat(changes).singleElement()
                .satisfies(change -> assertThat(change.alert().state()).isEqualTo(Alert.State.FIRING));
        assertThat(messages(changes, "email")).isEmpty();
    }

    @Test
    void the_way_that_is_dead_is_not_told_of_its_own_death() {
        List<AlertChange> changes =
                round(Map.of(new MeasureRequest(Measure.DELIVERIES_DEAD, Duration.ofDays(1), null),
                List.of(Measurement.of(AlertSubject.part("slack"), 2, "status 500"))));
        assertThat(changes.stream().flatMap(change -> change.messages().stream()).map(AlertChange.Outgoing::channel))
                .containsExactlyInAnyOrder("email", "pagerduty");
    }

    @Test
    void a_rule_that_is_gone_ends_its_alerts() {
        round(Map.of(STALE, stale(1, 1)));
        Evaluation evaluation = new Evaluation(new AlertRules(List.of(), RULES.channels()), known, TIMING, CHANNELS,
                now);
        assertThat(evaluation.changes()).singleElement()
                .satisfies(change -> assertThat(change.alert().state()).isEqualTo(Alert.State.RESOLVED));
    }
}
