package io.wattline.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.testing.MovableClock;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Since when something is wrong, and which limits disk and messages have. */
class HealthTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private final MovableClock clock = new MovableClock(NOW);
    private final OpenWork open = new OpenWork(clock);
    private String trouble;

    @Test
    void since_is_the_time_of_the_check_that_first_found_it_however_late_somebody_asks()
            throws JsonProcessingException {
        Health health = health(new Health.Part("mill", true, () -> Optional.ofNullable(trouble)));
        health.check();
        assertThat(health.isUp("mill")).isTrue();
        trouble = "no water";
        clock.advance(Duration.ofNanos(98_280_817));
        health.check();
        clock.advance(Duration.ofHours(3));
        trouble = "no water, and no wind";
        JsonNode part = ask(health, "ready").path("parts").get(0);
        assertThat(part.path("since").asText()).isEqualTo(NOW.toString());
        assertThat(part.path("reason").asText()).isEqualTo("no water, and no wind");
        assertThat(health.troubles()).map(Health.Trouble::toString).containsExactly("mill since 2026-03-10T12:00:00Z: "
                + "no water, and no wind");
    }

    @Test
    void a_part_that_was_up_in_between_is_down_since_the_second_time() throws JsonProcessingException {
        Health health = health(new Health.Part("mill", true, () -> Optional.ofNullable(trouble)));
        trouble = "no water";
        health.check();
        clock.advance(Duration.ofHours(1));
        trouble = null;
        health.check();
        assertThat(health.troubles()).isEmpty();
        clock.advance(Duration.ofHours(1));
        trouble = "no water";
        health.check();
        assertThat(ask(health, "health").path("parts").get(0).path("since").asText()).isEqualTo("2026-03-10T14:00:00Z");
    }

    @Test
    void a_check_that_fails_is_a_trouble_and_does_not_stop_the_checks_of_other_parts() throws JsonProcessingException {
        Health health = health(new Health.Part("mill", false, () -> {
            throw new IllegalStateException("the gauge is stuck");
        }), new Health.Part("barn", false, Optional::empty));
        JsonNode answer = ask(health, "health");
        assertThat(answer.path("status").asText()).isEqualTo("DOWN");
        assertThat(answer.path("parts").get(0).path("reason").asText()).contains("the gauge is stuck");
        assertThat(answer.path("parts").get(1).path("status").asText()).isEqualTo("UP");
        assertThat(ask(health, "ready").path("status").asText()).as("it can work without them").isEqualTo("UP");
    }

    @Test
    void a_disk_with_less_than_its_limit_is_named_with_its_folder_and_the_limit() {
        Disk disk = new Disk(Path.of("target/not-there-yet"));
        assertThat(part("disk", new HealthSettings(101, Duration.ofMinutes(5), Duration.ofMinutes(15),
                Duration.ofMinutes(10)), disk))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains(Path.of("target").toAbsolutePath().toString(), "health.disk-free-min is 101 %"));
        assertThat(part("disk", new HealthSettings(0, Duration.ofMinutes(5), Duration.ofMinutes(15),
                Duration.ofMinutes(10)), disk)).isEmpty();
    }

    @Test
    void a_notification_is_late_after_its_limit_and_before_the_first_count_nothing_is_known() {
        HealthSettings limits = new HealthSettings(0, Duration.ofMinutes(5), Duration.ofMinutes(15),
                Duration.ofMinutes(10));
        assertThat(part("messages", limits, new Disk(Path.of("")))).isEmpty();
        Map<String, Object> row = new HashMap<>(Map.of(
                "at",
                Timestamp.from(NOW),
                "alerts",
                1L,
                "messages",
                2L,
                "gaps",
                0L,
                "dead_letters",
                0L,
                "partial_letters",
                0L,
                "backfill_windows",
                0L,
                "channels",
                1L,
                "oldest_message",
                Timestamp.from(NOW.minus(Duration.ofMinutes(15)))));
        open.keep(row);
        assertThat(part("messages", limits, new Disk(Path.of("")))).as("not over it").isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(part("messages", limits, new Disk(Path.of("")))).hasValue("2 notification(s) undelivered, the "
                + "oldest since 2026-03-10T11:45:00Z");
    }

    @Test
    void a_service_without_channels_watches_nothing_and_is_not_well() {
        HealthSettings limits = new HealthSettings(0, Duration.ofMinutes(5), Duration.ofMinutes(15),
                Duration.ofMinutes(10));
        assertThat(part("channels", limits, new Disk(Path.of("")))).as("before the first count").isEmpty();
        Map<String, Object> row = new HashMap<>(Map.of(
                "at",
                Timestamp.from(NOW),
                "alerts",
                0L,
                "messages",
                0L,
                "gaps",
                0L,
                "dead_letters",
                0L,
                "partial_letters",
                0L,
                "backfill_windows",
                0L,
                "channels",
                0L));
        open.keep(row);
        assertThat(part("channels", limits, new Disk(Path.of("")))).hasValueSatisfying(
                reason -> assertThat(reason).startsWith("no active channel is known, so nothing is watched"));
        row.put("channels", 2L);
        open.keep(row);
        assertThat(part("channels", limits, new Disk(Path.of("")))).isEmpty();
    }

    @Test
    void a_part_of_which_nothing_is_known_is_neither_up_nor_down() throws Exception {
        Health health = health(new Health.Part("mill", false, Optional::empty, () -> false),
                new Health.Part("barn", true, Optional::empty));
        Map<String, Object> headers = new HashMap<>();
        assertThat(health.respond(headers, "health")).isEqualTo("{\"status\":\"UNKNOWN\",\"parts\":[{\"name\":"
                + "\"mill\",\"status\":\"UNKNOWN\"},{\"name\":\"barn\",\"status\":\"UP\"}]}");
        assertThat(headers).containsEntry("CamelHttpResponseCode", 200);
        assertThat(health.unknown()).containsExactly("mill");
    }

    @Test
    void readings_are_not_kept_when_no_canary_has_arrived_for_longer_than_its_limit() {
        HealthSettings limits = new HealthSettings(0, Duration.ofMinutes(5), Duration.ofMinutes(15),
                Duration.ofMinutes(10));
        Map<String, Object> row = new HashMap<>(Map.of("at", Timestamp.from(NOW), "alerts", 0L, "messages", 0L, "gaps",
                0L, "dead_letters", 0L, "partial_letters", 0L, "backfill_windows", 0L, "channels", 1L));
        open.keep(row);
        assertThat(part("readings", limits, new Disk(Path.of("")))).as("before the first canary").isEmpty();
        row.put("canary_age", 600L);
        open.keep(row);
        assertThat(part("readings", limits, new Disk(Path.of("")))).as("not over it").isEmpty();
        row.put("canary_age", 601L);
        open.keep(row);
        assertThat(part("readings", limits, new Disk(Path.of("")))).hasValueSatisfying(
                reason -> assertThat(reason).startsWith("no canary has reached the database for 10 m 1 s"));
    }

    private Optional<String> part(String name, HealthSettings limits, Disk disk) {
        return new LimitChecks(limits, disk, new TimerWatch(new DefaultCamelContext(), clock), open, clock)
                .all().stream()
                        .filter(part -> part.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .check()
                        .get();
    }

    private Health health(Health.Part... parts) {
        return new Health(List.of(parts), clock);
    }

    private static JsonNode ask(Health health, String probe) throws JsonProcessingException {
        return new ObjectMapper().readTree(health.respond(new HashMap<>(), probe));
    }
}
