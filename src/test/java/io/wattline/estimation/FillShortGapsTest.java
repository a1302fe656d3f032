package io.wattline.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wattline.channel.Channel;
import io.wattline.reading.Interval;
import io.wattline.testing.TestDatabase;
import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SQL function does the short case as the Java method does it. */
class FillShortGapsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant MORNING = Instant.parse("2026-03-29T00:00:00Z");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void a_grid_meter_and_the_sun() {
        DATABASE.execute("truncate channels, readings, data_gaps, estimates, runs cascade; "
                + "insert into channels (channel_id, channel_name, channel_type) "
                + "values (1, 'Main', 'grid meter'), (2, 'Roof', 'solar meter'), (3, 'Unknown', null)");
    }

    private static void reading(int channel, Instant slot, double energyKwh, String quality) {
        DATABASE.execute(
                "insert into readings (channel_id, \"timestamp\", energy_kwh, data_quality) values (%d, '%s', %s, '%s')"
                        .formatted(channel, slot, energyKwh, quality));
    }

    private static void gap(int channel, Instant start, int slots, String fillable) {
        DATABASE.execute(("insert into data_gaps (channel_id, gap_start, gap_end, reason, fillable) "
                + "values (%d, '%s', '%s', 'no_data_from_source', %s)")
                .formatted(channel, start, start.plus(EstimationSamples.QUARTER.multipliedBy(slots)), fillable));
    }

    /** A gap between two readings. */
    private static void framed(int channel, Instant start, int slots, double before, double after) {
        reading(channel, start.minus(EstimationSamples.QUARTER), before, "measured");
        reading(channel, start.plus(EstimationSamples.QUARTER.multipliedBy(slots)), after, "measured");
        gap(channel, start, slots, "false");
    }

    private static List<Map<String, Object>> rows(String sql) {
        return DATABASE.maps(sql);
    }

    @Test
    void it_gives_the_values_and_the_marks_of_the_java_method() {
        Random random = new Random(5);
        List<Interval> gaps = new ArrayList<>();
        List<KeptReading> known = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant start = MORNING.plus(Duration.ofHours(3L * i));
            int slots = 1 + i % 4;
            double before = random.nextDouble() * 9;
            double after = random.nextDouble() * 9;
            framed(1, start, slots, before, after);
            gaps.add(new Interval(start, start.plus(EstimationSamples.QUARTER.multipliedBy(slots))));
            known.add(EstimationSamples.measured(start.minus(EstimationSamples.QUARTER), before));
            known.add(EstimationSamples.measured(gaps.get(i).end(), after));
        }
        assertThat(rows("select * from fill_short_gaps()")).hasSize(40);
        for (Interval interval : gaps) {
            GapEstimation estimation = EstimationSamples.book()
                    .begin(
                            new OpenGap(1, channel("grid meter"), interval, ZoneOffset.UTC, null, List.of()),
                            new Neighbourhood(known, ZoneOffset.UTC));
            Estimate estimate = estimation.conclude();
            List<Map<String, Object>> filled = rows(("select energy_kwh, power_kw, data_quality, quality_method "
                    + "from readings where \"timestamp\" >= '%s' and \"timestamp\" < '%s' order by \"timestamp\"")
                    .formatted(interval.start(), interval.end()));
            for (int i = 0; i < filled.size(); i++) {
                assertThat((Double) filled.get(i).get("energy_kwh"))
                        .isCloseTo(estimate.slots().get(i).energyKwh(), within(1e-12));
                assertThat((Double) filled.get(i).get("power_kw")).isCloseTo(estimate.powersKw()[i], within(1e-12));
                assertThat(filled.get(i))
                        .containsEntry("data_quality", "estimated")
                        .containsEntry("quality_method", estimate.method());
            }
            assertThat(filled).hasSize(estimate.slots().size());
        }
        assertThat(rows("select count(*), bool_and(closed_at is not null and fill_method = 'estimated' "
                + "and filled_by = (select run_id from runs)) as closed from data_gaps"))
                .containsExactly(Map.of("count", 40L, "closed", true));
        assertThat(rows("select count(*), sum(slots) as slots, min(method) as method, count(distinct run_id) as runs "
                + "from estimates"))
                .containsExactly(Map.of("count", 40L, "slots", 100L, "method", "linear", "runs", 1L));
    }

    @Test
    void both_directions_of_energy_are_filled_where_both_neighbours_have_them() {
        framed(1, MORNING, 1, 1, 3);
        DATABASE.execute("update readings set energy_export_kwh = 4");
        assertThat(rows("select * from fill_short_gaps()")).hasSize(1);
        assertThat(rows("select energy_kwh, energy_export_kwh, power_kw from readings "
                + "where data_quality = 'estimated'"))
                .containsExactly(Map.of("energy_kwh", 2.0, "energy_export_kwh", 4.0, "power_kw", -8.0));
    }

    @Test
    void what_the_java_method_leaves_alone_it_leaves_alone() {
        framed(1, MORNING, 5, 1, 2);
        framed(2, MORNING, 1, 1, 2);
        gap(3, MORNING, 1, "false");
        reading(3, MORNING.minus(EstimationSamples.QUARTER), 1, "measured");
        reading(3, MORNING.plus(EstimationSamples.QUARTER), 1, "suspect");
        framed(1, MORNING.plus(Duration.ofHours(6)), 1, 1, 2);
        DATABASE.execute("update data_gaps set fillable = null where gap_start > '" + MORNING + "'");
        assertThat(rows("select * from fill_short_gaps()")).as("too long, the sun, a suspect neighbour, still asked "
                + "for").isEmpty();
        assertThat(rows("select * from fill_short_gaps(up_to => '2 hours', channel_ids => '{3}')")).isEmpty();
        assertThat(rows("select count(*) from runs")).containsExactly(Map.of("count", 0L));
        assertThat(rows("select * from fill_short_gaps(up_to => '2 hours')"))
                .as("where two hours are allowed")
                .hasSize(1);
    }

    @Test
    void a_measurement_that_came_meanwhile_stays_and_a_dry_run_writes_nothing() {
        framed(1, MORNING, 2, 1, 4);
        assertThat(rows("select channel_id, slots, energy_kwh from fill_short_gaps(dry_run => true)"))
                .containsExactly(Map.of("channel_id", 1, "slots", 2, "energy_kwh", 5.0));
        assertThat(rows("select count(*) from readings where data_quality = 'estimated'"))
                .containsExactly(Map.of("count", 0L));
        reading(1, MORNING, 77, "measured");
        assertThat(rows("select * from fill_short_gaps()")).isEmpty();
        assertThat(rows("select energy_kwh from readings where \"timestamp\" = '" + MORNING + "'"))
                .containsExactly(Map.of("energy_kwh", 77.0));
    }

    @Test
    void the_channel_types_that_it_leaves_out_are_those_for_which_the_settings_switch_the_line_off() {
        String types = (String) rows("select substring(pg_get_function_arguments(oid) "
                + "from 'except_types text\\[\\] DEFAULT ARRAY\\[([^]]*)\\]') as types from pg_proc "
                + "where proname = 'fill_short_gaps'")
                .get(0).get("types");
        List<String> excepted = Stream.of(types.split(","))
                .map(type -> type.replaceAll("^\\s*'|'::text\\s*$", ""))
                .toList();
        List<YamlValue> overrides = YamlFile.read(Path.of("config/estimation.yaml")).need("overrides").items();
        List<String> off = overrides.stream()
                .map(override -> override.need("for").entries().get("channel-type"))
                .filter(Objects::nonNull)
                .map(YamlValue::text)
                .filter(type -> EstimationSamples.book()
                        .limits(channel(type))
                        .linearUpTo()
                        .isEmpty())
                .toList();
        assertThat(excepted).isNotEmpty().containsExactlyInAnyOrderElementsOf(off);
    }

    private static Channel channel(String type) {
        return new Channel(1, "Main", null, null, type, EstimationSamples.QUARTER, null, null);
    }
}
