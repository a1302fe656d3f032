package io.wattline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wattline takes over a database that people already have: nothing is lost, everything stays queryable, and the schema
 * is the one of a new database.
 */
class AdoptionTest {

    /**
     * Everything about a schema that can differ, one line each; what people had beside it (truth, kept, their views and
     * extra columns) left out.
     */
    private static final String SCHEMA =
            """
        with ours as (select oid, relname, relkind from pg_class
          where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'S')
            and relname not in ('truth', 'kept', 'v_mill', 'mv_peak', 'v_phases', 'v_virtual_readings',
              'flyway_schema_history'))
        select 'table ' || relname || ' ' || relkind::text || ' ' || coalesce(obj_description(oid, 'pg_class'), '')
          from ours
        union all select 'column ' || relname || '.' || attname || ' '
          || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' '
          || attidentity::text || attgenerated::text || ' '
            || coalesce(pg_get_expr(adbin, adrelid), '') || ' ' || coalesce(col_description(ours.oid, attnum), '')
            from ours join pg_attribute on attrelid = ours.oid and attnum > 0 and not attisdropped
              left join pg_attrdef on adrelid = attrelid and adnum = attnum where attname <> 'note'
        union all select 'constraint ' || relname || ' ' || conname || ' ' || pg_get_constraintdef(c.oid)
          from ours join pg_constraint c on conrelid = ours.oid
        union all select 'index ' || pg_get_indexdef(indexrelid) from ours join pg_index on indrelid = ours.oid
        union all select 'view ' || relname || ' ' || pg_get_viewdef(oid)
          from ours where relkind in ('v', 'm') and relname not in ('v_clean_readings', 'v_readings_enriched')
        union all select 'trigger ' || split_part(pg_get_triggerdef(pg_trigger.oid), ' WHEN ', 1)
          from ours join pg_trigger on tgrelid = ours.oid where not tgisinternal
        union all select 'function ' || oid::regprocedure || ' ' || prosrc
          from pg_proc where pronamespace = 'public'::regnamespace
        order by 1""";

    private static final String NEON_AUTH = "select oid::text, xmin::text, relname from pg_class "
            + "where relnamespace = 'neon_auth'::regnamespace union all "
            + "select id::text, xmin::text, name || \"createdAt\" from neon_auth.organization order by 1";

    @ParameterizedTest
    @ValueSource(strings = {"", "naive-time", "columns", "tables", "naive-time naive-time-without-key columns tables"})
    void an_adopted_database_ends_in_the_schema_of_a_new_one(String variants) {
        try (TestDatabase fresh = TestDatabase.migrated(); ExistingDatabase existing = existing(variants)) {
            existing.migrate();
            assertThat(existing.rows(SCHEMA))
                    .containsExactlyElementsOf(ExistingDatabase.rows(fresh, SCHEMA))
                    .hasSizeGreaterThan(300);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "naive-time", "columns tables", "naive-time naive-time-without-key columns tables"})
    void every_row_and_every_value_is_kept(String variants) {
        try (ExistingDatabase existing = existing(variants)) {
            existing.execute("create table before as select id, channel_id, energy_kwh, power_kw, voltage_v, "
                    + "created_at from readings");
            String[] tables = {"organizations", "devices", "channels", "data_sync_status", "ingestion_logs"};
            List<String> counts = List.of(tables).stream()
                    .map(table -> existing.text("select count(*) from " + table))
                    .toList();
            Migration.Result result = existing.migrate();

            assertThat(result.before()).isNull();
            assertThat(result.adopted()).isEqualTo(existing.number("select count(*) from before")).isGreaterThan(5_000);
            assertThat(result.setAside()).isEqualTo(existing.number("select count(*) from readings_set_aside"));
            assertThat(existing.number("select count(*) from before b left join readings r using (id) left "
                    + "join readings_set_aside s on (s.reading->>'id')::bigint = b.id "
                    + "where num_nonnulls(r.id, s.set_aside_id) <> 1")).isZero();
            assertThat(existing.rows("select b.*, r.* from before b join readings r using (id) "
                    + "where row(r.channel_id, r.energy_kwh::text, r.power_kw::text, r.voltage_v::text, r.created_at) "
                    + "is distinct from row(b.channel_id, b.energy_kwh::text, b.power_kw::text, b.voltage_v::text, "
                    + "b.created_at)")).isEmpty();
            assertThat(List.of(tables).stream()
                            .map(table -> existing.text("select count(*) from " + table))
                            .toList())
                    .isEqualTo(counts);
        }
    }

    @Test
    void a_real_becomes_the_double_that_people_see() {
        try (ExistingDatabase existing = existing("")) {
            existing.migrate();
            assertThat(existing.rows("select distinct energy_kwh, energy_kwh = energy_kwh::numeric::double precision "
                    + "from readings where energy_kwh in (0.1, 0.2, 0.3)"))
                    .containsExactlyInAnyOrder("0.1|t", "0.2|t", "0.3|t");
        }
    }

    @Test
    void rows_that_must_not_count_are_marked_with_the_reason_and_stay_out_of_totals() {
        try (ExistingDatabase existing = existing("")) {
            existing.migrate();
            assertThat(existing.rows("select data_quality, quality_method, count(*) from readings group by 1, 2 "
                            + "order by 2"))
                    .containsExactly(
                            "suspect|adopted-no-value|3",
                            "suspect|adopted-off-grid|1872",
                            "suspect|adopted-zero|3",
                            "measured|null|3738");
            assertThat(existing.rows("select count(*) from readings where (extract(epoch "
                    + "from \"timestamp\") % 900 <> 0) <> (quality_method is not distinct from 'adopted-off-grid')"))
                    .containsExactly("0");
            assertThat(existing.text("select sum(total_energy_kwh)::numeric(12, 3) from v_readings_daily"))
                    .isEqualTo(existing.text(
                            "select sum(energy_kwh)::numeric(12, 3) from truth where extract(epoch "
                                    + "from instant) % 900 = 0 "
                                    + "and instant not in ('2025-03-10T12:00Z', '2025-03-10T13:00Z')"));
            assertThat(existing.number("select count(*) from v_clean_readings")).isEqualTo(3738);
        }
    }

    @Test
    void local_times_become_the_instants_at_which_they_were_measured() {
        try (ExistingDatabase existing = existing("naive-time naive-time-without-key")) {
            existing.migrate();
            // Both readings of the hour that the clock showed twice are there, in the order in which they were written.
            assertThat(existing.rows("select t.*, r.\"timestamp\" from truth t full "
                    + "join readings r on r.channel_id = t.channel_id and r.\"timestamp\" = instant "
                    + "where (t.channel_id is null or r.channel_id is null) and r.quality_method is distinct "
                    + "from 'adopted-nonexistent-hour'")).isEmpty();
            assertThat(existing.number("select count(*) from readings join kept using (id) "
                    + "where readings.\"timestamp\" <> kept.\"timestamp\"")).isZero();
            assertThat(existing.number("select count(*) from readings where quality_method = 'ambiguous-hour'"))
                    .isZero();
        }
    }

    @Test
    void a_lone_reading_of_an_hour_that_came_twice_is_taken_for_the_first_and_says_that_it_is_not_certain() {
        try (ExistingDatabase existing = existing("naive-time")) {
            existing.migrate();
            assertThat(existing.rows("select distinct channel_id, date_trunc('hour', \"timestamp\", 'UTC') at time "
                    + "zone 'UTC', data_quality from readings "
                    + "where quality_method = 'ambiguous-hour' order by 1, 2")).containsExactly(
                    "101|2025-11-02 05:00:00|suspect", "102|2025-10-26 00:00:00|suspect", "103|2025-11-02 "
                            + "05:00:00|suspect");
            assertThat(existing.number("select count(*) from readings join kept using (id) "
                    + "where readings.\"timestamp\" <> kept.\"timestamp\"")).isZero();
            // It was measured on that day: the day's total has it.
            assertThat(existing.number("select reading_count from v_readings_daily where meter_id = 101 "
                    + "and reading_date = '2025-11-02'")).isEqualTo(96);
        }
    }

    @Test
    void a_reading_of_an_hour_that_never_was_is_kept_and_never_displaces_a_true_one() {
        try (ExistingDatabase existing = existing("naive-time naive-time-without-key")) {
            existing.migrate();
            assertThat(existing.rows("select \"timestamp\" at time zone 'UTC', energy_kwh, data_quality, "
                    + "quality_method from readings where energy_kwh in (7.5, 8.5)"))
                    .containsExactly("2025-03-09 07:20:00|8.5|suspect|adopted-nonexistent-hour");
            assertThat(existing.rows("select channel_id, \"timestamp\" at time zone 'UTC', reading->>'energy_kwh', "
                    + "reason from readings_set_aside")).singleElement().asString()
                    .startsWith("101|2025-03-09 07:15:00|7.5|Its local time did not exist");
        }
    }

    @Test
    void two_rows_of_one_instant_leave_the_better_one_and_the_other_is_set_aside() {
        try (ExistingDatabase existing = existing("")) {
            existing.execute("drop index idx_readings_unique; insert into readings (channel_id, \"timestamp\", "
                    + "energy_kwh) values (101, '2025-03-10T10:00Z', 77)");
            assertThat(existing.migrate().setAside()).isEqualTo(1);
            assertThat(existing.rows("select reading->>'energy_kwh' from readings_set_aside")).containsExactly("77");
        }
    }

    @Test
    void an_unknown_time_zone_stops_the_adoption_of_local_times_and_names_the_organization() {
        try (ExistingDatabase existing = existing("naive-time")) {
            existing.execute("update organizations set timezone = 'Eastern Time' where organization_id = '1'");
            List<String> before = existing.rows(SCHEMA);
            assertThatThrownBy(existing::migrate)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("Organization 1 has the time zone \"Eastern Time\"")
                    .hasMessageContaining("organizations.timezone");
            assertThat(existing.rows(SCHEMA)).isEqualTo(before);
        }
    }

    @Test
    void old_columns_fill_ours_and_their_names_go_on_working_for_old_and_new_rows() {
        try (ExistingDatabase existing = existing("columns")) {
            existing.migrate();
            String old = "apparent_power_va, frequency_hz, thd_current, neutral_current_a, cost, voltage_v1, "
                    + "voltage_v2, voltage_v3, current_a1, current_a2, current_a3, power_w1, power_w2, power_w3, "
                    + "power_factor_1, power_factor_2, power_factor_3, energy_wh1, "
                    + "energy_wh2, energy_wh3, note";
            assertThat(existing.rows("select distinct " + old + " from readings where channel_id = 101"))
                    .containsExactly(
                            "1234.5|59.98|4.1|0.3|0.17|230.1|230.2|230.3|1.1|1.2|1.3|0.1|0.2|0.3|0.91|0.92|0.93|0.7|"
                                    + "0.8|0.9|seen");
            assertThat(existing.rows("select distinct apparent_power_kva, voltage_v_l2, current_a_l3, power_kw_l1, "
                    + "power_factor_l2, energy_kwh_l3 from readings where channel_id = 101"))
                    .containsExactly("1.2345|230.2|1.3|0.1|0.92|0.9");
            assertThat(existing.rows("select distinct power_kw_l1 from readings where channel_id = 102"))
                    .containsExactly("null");

            existing.execute("insert into readings (channel_id, \"timestamp\", power_kw_l1, apparent_power_kva) "
                    + "values (101, '2026-01-01T00:00Z', 2.5, 3)");
            assertThat(existing.rows("select power_w1, apparent_power_va from readings "
                    + "where \"timestamp\" = '2026-01-01T00:00Z'")).containsExactly("2.5|3000");
            assertThat(existing.rows("select power_w1 from v_phases where \"timestamp\" = '2026-01-01T00:00Z'"))
                    .containsExactly("2.5");
        }
    }

    @Test
    void views_of_their_own_come_back_with_comments_indexes_and_rights() {
        try (ExistingDatabase existing = existing("tables")) {
            existing.execute("create view v_strange as select ctid, xmin from readings; create view v_textual as "
                    + "select energy_kwh::real::text || data_quality as t "
                    + "from (select energy_kwh, 'x' as data_quality from readings) r");
            existing.migrate();
            assertThat(existing.number("select count(*) from v_mill")).isPositive();
            assertThat(existing.text("select obj_description('v_mill'::regclass)")).isEqualTo("The mill's readings");
            assertThat(existing.text("select indexdef from pg_indexes where indexname = 'mv_peak_channel'"))
                    .contains("UNIQUE");
            assertThat(existing.number("select count(*) from mv_peak")).isEqualTo(3);
            assertThat(existing.number("select count(*) from v_virtual_readings")).isPositive();
            assertThat(existing.number("select count(*) from v_textual")).isPositive();
            assertThat(existing.rows("select relname from unnest(array['readings', 'v_mill', 'v_clean_readings', "
                    + "'mv_peak']) relname where not has_table_privilege('analyst', relname, 'select')")).isEmpty();
            assertThat(existing.rows("select view_name from views_set_aside where restored_at is null")).isEmpty();
            assertThat(existing.rows("select site_id, site_name, notes from v_active_sites order by 1"))
                    .containsExactly("1|Mill|by the river", "3|Depot|null");
        }
    }

    @Test
    void a_view_that_cannot_be_made_again_is_kept_as_text() {
        try (ExistingDatabase existing = existing("")) {
            existing.execute("create function half(real) returns real language sql immutable return $1 / 2; create "
                    + "view v_half as select half(energy_kwh) as half from v_clean_readings; "
                    + "create view v_quarter as select half / 2 as quarter from v_half");
            existing.migrate();
            assertThat(existing.rows("select view_name, outcome from views_set_aside where restored_at is null "
                    + "order by depth")).containsExactly(
                    "v_half|function half(double precision) does not exist", "v_quarter|relation \"v_half\" does not "
                            + "exist");
            assertThat(existing.text("select definition[1] from views_set_aside where view_name = 'v_half'"))
                    .startsWith("create view v_half as");
        }
    }

    @Test
    void no_other_schema_is_touched() {
        try (ExistingDatabase existing = existing("tables columns")) {
            List<String> before = existing.rows(NEON_AUTH);
            existing.migrate();
            assertThat(existing.rows(NEON_AUTH)).isEqualTo(before).hasSizeGreaterThan(3);
        }
    }

    @Test
    void a_view_of_another_schema_on_our_tables_stops_the_adoption_with_its_name() {
        try (ExistingDatabase existing = existing("")) {
            existing.execute("create schema reports; create view reports.latest as select max(energy_kwh) "
                    + "from public.readings");
            List<String> before = existing.rows(SCHEMA);
            assertThatThrownBy(existing::migrate)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("reports.latest");
            assertThat(existing.rows(SCHEMA)).isEqualTo(before);
        }
    }

    @Test
    void a_second_migration_changes_nothing() {
        try (ExistingDatabase existing = existing("naive-time columns tables")) {
            Migration.Result first = existing.migrate();
            List<String> rows = existing.rows("select * from readings order by id");
            Migration.Result second = existing.migrate();
            assertThat(second).isEqualTo(new Migration.Result(first.after(), first.after(), 0, 0, 0));
            assertThat(existing.rows("select * from readings order by id")).isEqualTo(rows);
        }
    }

    @Test
    void a_migration_that_runs_out_of_time_leaves_everything_as_it_was_and_can_be_run_again() {
        try (ExistingDatabase existing = existing("naive-time columns")) {
            List<String> before = existing.rows(SCHEMA);
            assertThatThrownBy(() -> existing.migrateWith("-cstatement_timeout%3D25ms"))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("statement timeout")
                    .hasMessageContaining("step V")
                    .hasMessageContaining("nothing in it has changed")
                    .hasMessageContaining("./wattline migrate");
            assertThat(existing.rows(SCHEMA)).isEqualTo(before);
            assertThat(existing.migrate().applied()).isPositive();
        }
    }

    @Test
    void a_migration_that_is_killed_in_the_middle_leaves_everything_as_it_was_and_can_be_run_again() throws Exception {
        try (ExistingDatabase existing = existing("columns tables");
                Connection blocker = existing.connection();
                Statement statement = blocker.createStatement()) {
            List<String> before = existing.rows(SCHEMA);
            blocker.setAutoCommit(false);
            statement.execute("lock table data_sync_status in access share mode");
            CompletableFuture<Migration.Result> running = CompletableFuture.supplyAsync(existing::migrate);
            String waiting = "select count(*) from pg_stat_activity where application_name = 'migrate' "
                    + "and wait_event_type = 'Lock' and datname = current_database()";
            Awaitility.await().until(() -> existing.number(waiting) == 1);
            existing.rows("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'migrate' "
                    + "and datname = current_database()");
            assertThatThrownBy(running::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(MigrationException.class);
            blocker.rollback();
            blocker.setAutoCommit(true);
            assertThat(existing.rows(SCHEMA)).isEqualTo(before);
            assertThat(existing.migrate().applied()).isPositive();
        }
    }

    private static ExistingDatabase existing(String variants) {
        return new ExistingDatabase(variants.isEmpty() ? new String[0] : variants.split(" "));
    }
}
