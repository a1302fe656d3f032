package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often people hear of what goes on, grows, or ends and begins again. */
class AlertNoticesTest {

    private static final AlertTiming SHIPPED = Settings.defaults(AlertSettings.class, Map.of()).timing();
    private static final AlertRules RULES = AlertRulesFileTest.shipped();
    private static final MeasureRequest STALE = new MeasureRequest(Measure.LAST_READING_AGE, null, null);
    private static final MeasureRequest BREAKER = new MeasureRequest(Measure.BREAKER_OPEN, null, null);
    private static final MeasureRequest NEVER = new MeasureRequest(Measure.NEVER_DELIVERED, null, null);
    private static final Instant START = Instant.parse("2026-02-02T00:00:00.123456Z");
    private final List<Told> told = new ArrayList<>();
    private List<Alert> known = List.of();

    private record Told(long hour, String channel, Message message) {
        @Override
        public String toString() {
            return hour + " " + message.kind().word();
        }
    }

    /** Evaluates every hour what is found in that hour; alerts that ended stay known, as the database keeps them. */
    private void hours(int from, int to, Function<Integer, Map<MeasureRequest, List<Measurement>>> found) {
        for (int hour = from; hour <= to; hour++) {
            int at = hour;
            Evaluation evaluation = new Evaluation(RULES, new KnownAlerts(known, List.of()), SHIPPED,
                    Set.of("slack", "pagerduty"), START.plus(Duration.ofHours(hour)));
            Map<MeasureRequest, List<Measurement>> all = new HashMap<>(found.apply(hour));
            all.putIfAbsent(STALE, List.of());
            all.putIfAbsent(BREAKER, List.of());
            all.putIfAbsent(NEVER, List.of());
            all.forEach(evaluation::measured);
            List<AlertChange> changes = evaluation.changes();
            changes.forEach(change -> change.messages().forEach(each ->
                    told.add(new Told(at, each.channel(), each.message()))));
            known = Stream.concat(known.stream().filter(alert -> !alert.isOpen()),
                    changes.stream().map(AlertChange::alert)).collect(Collectors.toList());
        }
    }

    private List<String> slack() {
        return told.stream().filter(each -> each.channel().equals("slack")).map(Told::toString).toList();
    }

    private static List<Measurement> open() {
        return List.of(Measurement.of(AlertSubject.wattline(), 1, null));
    }

    private static List<Measurement> stale(int channels) {
        return stale("s", channels);
    }

    private static List<Measurement> stale(String site, int channels) {
        return IntStream.range(0, channels).mapToObj(i -> new Measurement(
                new AlertSubject(site, "Site", i, null, "c"), 360_000, Double.NaN, 900, null)).toList();
    }

    @Test
    void reminders_of_a_critical_alert_come_after_4_12_and_24_hours_and_then_once_a_week() {
        hours(0, 24 * 17, hour -> Map.of(BREAKER, open()));
        assertThat(slack()).containsExactly("0 fired", "4 repeated", "16 repeated", "40 repeated", "208 digest",
                "376 digest");
        assertThat(told).filteredOn(each -> each.channel().equals("pagerduty"))
                .extracting(Told::toString).as("PagerDuty keeps the incident itself")
                .containsExactly("0 fired", "4 repeated", "16 repeated", "40 repeated");
    }

    @Test
    void one_value_repeats_for_ever() {
        AlertTiming daily = Settings.defaults(AlertSettings.class, Map.of("alerts.repeat.critical", "2d")).timing();
        assertThat(daily.repeatCritical()).containsExactly(Duration.ofDays(2));
        Alert alert = new Alert("k", "i", "breaker-open", null, null, AlertSeverity.CRITICAL, Alert.State.FIRING, START,
                START, START, null, null, null, null, List.of(), 1, new AlertNotices(START, START, 17));
        assertThat(daily.isReminderDue(alert, START.plus(Duration.ofDays(2)))).isTrue();
        assertThat(daily.isReminderDue(alert, START.plus(Duration.ofDays(2)).minusNanos(1))).isFalse();
        assertThat(daily.isInDigest(alert)).isFalse();
    }

    @Test
    void the_digest_is_one_message_that_lists_everything_that_still_fires() {
        hours(0, 24 * 30, hour -> Map.of(STALE, Stream.of("a", "b", "c").filter(site -> hour >= (site.charAt(0) - 'a')
                * 30).flatMap(site -> stale(site, 2).stream()).toList()));
        List<Told> digests = told.stream().filter(each -> each.message().kind() == MessageKind.DIGEST).toList();
        assertThat(digests).extracting(Told::hour).as("not one for each site").containsExactly(192L, 360L, 528L, 696L);
        assertThat(digests.get(1).message().title()).isEqualTo("[Wattline digest] 3 alerts still fire");
        assertThat(digests.get(1).message().found()).hasSize(3).first().asString()
                .isEqualTo("warning, since 2026-02-02T00:00:00Z: No data for 4 intervals: 2 channels, site a 'Site'");
    }

    @Test
    void an_alert_that_grows_every_hour_is_told_once_a_day_after_its_first_day() {
        hours(0, 24 * 6 - 1, hour -> Map.of(STALE, stale(hour + 1)));
        assertThat(told.stream().filter(each -> each.hour() >= 24).map(each -> each.hour() / 24))
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void an_alert_that_ends_and_begins_again_is_told_at_most_once_a_day_with_its_end_after_the_first_day() {
        hours(0, 24 * 6 - 1, hour -> hour % 3 == 0 ? Map.of() : Map.of(STALE, stale(1)));
        Map<Long, Long> perDay = told.stream().filter(each -> each.message().kind() == MessageKind.FIRED)
                .collect(Collectors.groupingBy(each -> each.hour() / 24, Collectors.counting()));
        assertThat(perDay.get(0L)).as("the first day").isEqualTo(8);
        assertThat(perDay.entrySet()).filteredOn(day -> day.getKey() > 0).allMatch(day -> day.getValue() <= 1);
        assertThat(known).as("it says why").anyMatch(alert -> alert.quietReason() != null
                && alert.quietReason().contains("less than a day ago"));
    }

    @Test
    void an_alert_begins_anew_after_a_day_of_rest() {
        hours(0, 200, hour -> hour < 30 || hour >= 60 ? Map.of(STALE, stale(1)) : Map.of());
        assertThat(slack()).startsWith("0 fired", "24 repeated", "30 resolved", "60 fired", "84 repeated");
    }

    @Test
    void channels_that_never_delivered_are_told_once_and_then_only_listed() {
        hours(0, 24 * 40, hour -> Map.of(NEVER, stale(8)));
        assertThat(slack()).containsExactly("0 fired");
        hours(24 * 40 + 1, 24 * 60, hour -> Map.of(NEVER, stale(8), BREAKER, List.of(), STALE, stale("t", 1)));
        assertThat(told).filteredOn(each -> each.message().kind() == MessageKind.DIGEST).first()
                .satisfies(each -> assertThat(each.message().found()).anyMatch(line -> line.contains("no value")));
    }
}
