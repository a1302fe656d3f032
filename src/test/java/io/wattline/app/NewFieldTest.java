package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.database.Sql;
import io.wattline.discovery.AddedColumns;
import io.wattline.discovery.FieldMap;
import io.wattline.discovery.FieldMaps;
import io.wattline.discovery.FieldRow;
import io.wattline.discovery.Proposal;
import io.wattline.discovery.Proposals;
import io.wattline.discovery.RawValues;
import io.wattline.field.FieldCatalogue;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.reading.SyncRequest;
import io.wattline.settings.Settings;
import io.wattline.testing.MovableClock;
import io.wattline.testing.TestHome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A field that nobody knows begins to come. It shows within one poll, is kept in {@code raw}, gets a column by what
 * {@code map-fields --propose} prints, and in the end every value that ever came is in that column: those from before,
 * those from after, and one that was corrected meanwhile.
 */
class NewFieldTest {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-10T09:07:00Z"));

    @TempDir
    private Path home;

    @Test
    void a_change_that_cannot_be_kept_now_keeps_no_reading_out_and_is_found_again_at_the_next_answer() {
        SimulatorSettings source = SimulatorSettings.of(Plant.of(2, 1, 4), CLOCK).withTokenUses(1_000_000);
        try (WattlineUnderTest wattline = WattlineUnderTest.start(source, CLOCK, Map.of("readings.history", "1d"))) {
            wattline.sync();
            wattline.database().execute("alter table drift_findings add constraint of_the_house check (code <> 'XQ9')");
            wattline.simulator().faults().on(Fault.UNKNOWN_FIELD);
            poll(wattline);
            assertThat((Long) wattline.value("select count(*) from readings where raw ->> 'XQ9' = '7'"))
                    .as("readings")
                    .isGreaterThanOrEqualTo(2);
            assertThat(wattline.value("select count(*) from drift_findings")).isEqualTo(0L);
            wattline.database().execute("alter table drift_findings drop constraint of_the_house");
            poll(wattline);
            assertThat(wattline.value("select count(*) from drift_findings where code = 'XQ9'")).isEqualTo(2L);
        }
    }

    @Test
    void a_new_field_shows_within_one_poll_is_kept_and_ends_in_its_own_column_without_a_lost_value() throws Exception {
        SimulatorSettings source = SimulatorSettings.of(Plant.of(2, 1, 4), CLOCK).withTokenUses(1_000_000);
        try (WattlineUnderTest wattline = WattlineUnderTest.start(source, CLOCK, Map.of("readings.history", "1d"))) {
            wattline.sync();
            assertThat(wattline.value("select count(*) from drift_findings")).isEqualTo(0L);
            wattline.simulator().faults().on(Fault.UNKNOWN_FIELD);
            poll(wattline);
            assertThat(wattline.rows("select channel_id, code, after, message from drift_findings "
                    + "where kind = 'field-new' order by 1")).hasSize(2)
                    .allSatisfy(row -> assertThat(row).containsEntry("code", "XQ9").containsEntry("after", "x"));
            poll(wattline);
            assertThat(wattline.value("select count(*) from drift_findings")).as("raised once").isEqualTo(2L);
            long came = (Long) wattline.value("select count(*) from readings where raw ->> 'XQ9' = '7'");
            assertThat(came).isGreaterThanOrEqualTo(4);

            FieldCatalogue before = fields(Path.of("config/fields.yaml"));
            FieldMap map = new FieldMaps(new Sql(wattline.database().dataSource()), before, CLOCK).of(2);
            assertThat(map.returnedNotStored()).containsEntry("XQ9", 2L);
            Proposal proposal = Proposals.of(map, before).proposals().get(0);
            assertThat(proposal.code()).isEqualTo("XQ9");
            apply(proposal, wattline);

            wattline.database().execute("insert into readings (channel_id, \"timestamp\", raw) "
                    + "select 61001, '2026-03-01T00:00Z', '{\"XQ9\": \"n/a\", \"Y\": 1}'");
            FieldCatalogue after = fields(home.resolve("config/fields.yaml"));
            try (Service again = restarted(wattline)) {
                CLOCK.advance(Duration.ofMinutes(15));
                again.sync(new SyncRequest(null, List.of(), null), progress -> { });
                assertThat((Long) wattline.value("select count(*) from readings where xq9_x = 7 and raw is null"))
                        .as("kept in its column by polling")
                        .isGreaterThanOrEqualTo(2);
                List<RawValues.Moved> moved =
                        new RawValues(new Sql(wattline.database().dataSource()), after, 7).move("test", progress -> {});
                assertThat(moved).hasSize(2).allSatisfy(row -> assertThat(row.column()).isEqualTo("xq9_x"));
                assertThat(moved.stream().mapToLong(RawValues.Moved::left).sum())
                        .as("what is no number stays")
                        .isEqualTo(1);
            }
            assertThat(wattline.value("select count(*) from readings where xq9_x is null "
                            + "and \"timestamp\" >= (select min(\"timestamp\") from readings where xq9_x is not null)"))
                    .isEqualTo(0L);
            assertThat((Long) wattline.value("select count(*) from readings where xq9_x = 7"))
                    .isGreaterThanOrEqualTo(came + 2);
            assertThat(wattline.value("select raw::text from readings where \"timestamp\" = '2026-03-01T00:00Z'"))
                    .isEqualTo("{\"Y\": 1, \"XQ9\": \"n/a\"}");
            assertThat((Long) wattline.value("select count(*) from reading_history where old -> 'raw' ->> 'XQ9' = '7'"))
                    .as("the rows as they were")
                    .isPositive();
            assertThat(new RawValues(new Sql(wattline.database().dataSource()), after, 7).move("test", progress -> {}))
                    .allSatisfy(row -> assertThat(row.moved()).isZero());
        }
    }

    private static void poll(WattlineUnderTest wattline) {
        CLOCK.advance(Duration.ofMinutes(15));
        wattline.sync();
    }

    private static FieldCatalogue fields(Path file) {
        return FieldCatalogue.load(file);
    }

    /** Does what the proposal says: lines into the file, the migration into the database. */
    private void apply(Proposal proposal, WattlineUnderTest wattline) {
        TestHome.copyTo(home);
        TestHome.edit(
                home.resolve("config/fields.yaml"),
                text -> text.replace(
                        "\nfields:\n",
                        "\ncolumns:\n" + proposal.columnLine() + "\n\nfields:\n" + proposal.fieldLine() + "\n"));
        FieldCatalogue after = fields(home.resolve("config/fields.yaml"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        AddedColumns.mustBeThere(new Sql(wattline.database().dataSource()), after.extraColumns())))
                .hasMessageContaining("xq9_x")
                .hasMessageContaining("map-fields --propose");
        wattline.database().execute(proposal.migration());
        wattline.database().execute(proposal.migration());
        AddedColumns.mustBeThere(new Sql(wattline.database().dataSource()), after.extraColumns());
        assertThat(wattline.rows("select attname from pg_attribute where attrelid = 'readings'::regclass "
                + "and attnum > 0 and not attisdropped and col_description(attrelid, attnum) is null"))
                .isEmpty();
    }

    private Service restarted(WattlineUnderTest wattline) {
        Settings settings = WattlineSettings.load(home, "prod", Map.of())
                .with(Map.of(
                        "eniscope.api.url",
                        wattline.simulator().url(),
                        "eniscope.api.key",
                        wattline.simulator().settings().credentials().apiKey(),
                        "eniscope.email",
                        wattline.simulator().settings().credentials().email(),
                        "eniscope.password",
                        wattline.simulator().settings().credentials().password(),
                        "database.url",
                        wattline.database().url(),
                        "api.requests-per-second",
                        "1000",
                        "readings.history",
                        "1d",
                        "spool.directory",
                        home.resolve("spool").toString()));
        return new ServiceLauncher().start(settings, CLOCK, RunMode.ONCE);
    }

    @Test
    void every_other_change_is_a_finding_once_and_reading_goes_on() {
        SimulatorSettings source = SimulatorSettings.of(Plant.installation(1), CLOCK).withTokenUses(1_000_000);
        try (WattlineUnderTest wattline = WattlineUnderTest.start(source, CLOCK, Map.of("readings.history", "1d"))) {
            wattline.sync();
            wattline.simulator()
                    .faults()
                    .on(Fault.NUMBERS_AS_STRINGS, Fault.OTHER_UNITS, Fault.TIME_ZONE_CHANGED, Fault.UNKNOWN_UNIT);
            poll(wattline);
            poll(wattline);
            int moved = wattline.simulator().plant().struckBy(Fault.TIME_ZONE_CHANGED).channelId();
            assertThat(wattline.rows("select before, after from drift_findings where kind = 'time-zone-changed' "
                    + "and channel_id = ?", moved)).hasSize(1)
                    .allSatisfy(row -> assertThat(row).containsEntry("after", "Pacific/Auckland"));
            assertThat(wattline.value("select count(*) from drift_findings where kind = 'type-changed' "
                    + "and before = 'number' and after = 'text'")).isNotEqualTo(0L);
            int unknown = wattline.simulator().plant().struckBy(Fault.UNKNOWN_UNIT).channelId();
            assertThat((String) wattline.value("select message from drift_findings where kind = 'unit-changed' "
                    + "and code = 'P' and channel_id = ?", unknown)).contains("furlong", "become dead letters");
            assertThat(wattline.value(
                            "select count(*) from dead_letters where rule = 'unit-known' and channel_id = ?", unknown))
                    .isNotEqualTo(0L);
            assertThat((String) wattline.value("select message from drift_findings where kind = 'unit-changed' "
                    + "and code = 'E' and before = 'Wh' and after = 'kWh' limit 1")).contains("converted to kWh");
            Instant newest = Interval.floor(CLOCK.instant().minus(Duration.ofMinutes(17)), Duration.ofMinutes(15));
            assertThat((Long) wattline.value(
                            "select count(distinct channel_id) from readings "
                                    + "where \"timestamp\" = ?::timestamptz and energy_kwh < 100",
                            newest.toString()))
                    .as("converted and kept")
                    .isGreaterThan(8);
            long findings = (Long) wattline.value("select count(*) from drift_findings");

            wattline.simulator().faults().set(List.of());
            poll(wattline);
            assertThat(wattline.value("select count(*) from drift_findings"))
                    .as("what is as before is no new finding")
                    .isEqualTo(findings);
            assertThat(wattline.value("select count(*) from drift_findings where kind = 'time-zone-changed' "
                    + "and closed_at is not null")).isEqualTo(1L);

            wattline.simulator().faults().set(List.of(Fault.FIELD_MISSING));
            int poorer = wattline.simulator().plant().struckBy(Fault.FIELD_MISSING).channelId();
            CLOCK.advance(Duration.ofDays(1));
            wattline.sync();
            poll(wattline);
            assertThat(wattline.rows("select code from drift_findings where kind = 'field-vanished' "
                    + "and channel_id = ? and closed_at is null", poorer)).hasSize(1);

            wattline.simulator().faults().set(List.of(Fault.SILENT_COARSENING));
            Interval days = new Interval(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-07T00:00:00Z"));
            wattline.sync(new SyncRequest(days, List.of(61_001), null));
            assertThat(wattline.rows("select before, after from drift_findings where kind = 'resolution-changed' "
                    + "and channel_id = 61001")).containsExactly(Map.of("before", "900", "after", "1800"));
        }
    }

    @Test
    void what_channels_offer_return_and_store_is_told_by_device_type_and_site() {
        SimulatorSettings source = SimulatorSettings.of(Plant.installation(1), CLOCK)
                .withTokenUses(1_000_000)
                .withFaults(java.util.Set.of(Fault.UNKNOWN_FIELD));
        try (WattlineUnderTest wattline = WattlineUnderTest.start(source, CLOCK, Map.of("readings.history", "1d"))) {
            wattline.sync();
            int[] heard = new int[2];
            wattline.service().askOffers(progress -> {
                heard[0] = (int) progress.done();
                heard[1] = (int) progress.total();
            });
            assertThat(heard).containsExactly(20, 20);
            wattline.request("direct:discovery-run", null);
            FieldMap map = new FieldMaps(
                            new Sql(wattline.database().dataSource()), fields(Path.of("config/fields.yaml")), CLOCK)
                    .of(1);
            FieldRow energy = row(map, 61_001, "E");
            assertThat(energy)
                    .extracting(
                            FieldRow::unit,
                            FieldRow::offered,
                            FieldRow::returned,
                            FieldRow::column,
                            FieldRow::deviceType,
                            FieldRow::site)
                    .containsExactly("Wh", true, true, "energy_kwh", "20", "Example Mill");
            assertThat(energy.fillShare()).isEqualTo(1.0);
            assertThat(energy.min()).isEqualTo(wattline.value("select min(energy_kwh) from readings "
                    + "where channel_id = 61001"));
            assertThat(row(map, 61_001, "XQ9"))
                    .extracting(FieldRow::offered, FieldRow::returned, FieldRow::column, FieldRow::unit)
                    .containsExactly(false, true, "raw", "x");
            assertThat(map.returnedNotStored()).containsKeys("XQ9", "Pmax", "U", "RE").doesNotContainKey("E");
            assertThat(map.environmentalFields()).containsOnlyKeys("T", "RH");
            assertThat(map.environmentalEndpoints())
                    .as("temperatureType of organizations is a setting")
                    .containsExactly("GET readings/{channel of device type 45}");
            assertThat(map.differencesByDeviceType().get("45")).contains("T", "RH").doesNotContain("XQ9");
            assertThat(map.returnedByDeviceType().get("21")).contains("Ex");
        }
    }

    private static FieldRow row(FieldMap map, int channelId, String code) {
        return map.fields().stream()
                .filter(row -> row.channelId() == channelId && row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
