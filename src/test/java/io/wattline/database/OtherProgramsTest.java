package io.wattline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other programs that wrote, and still write, to an adopted database. */
class OtherProgramsTest {

    private static final String QUARTERS = """
            insert into channels (channel_id, channel_name, organization_id) select 777, 'Q', min(organization_id)
              from organizations;
            insert into readings (channel_id, "timestamp", energy_kwh, power_kw)
            select 777, t, 1, 4 from generate_series('2026-01-05T00:00Z'::timestamptz, '2026-01-05T05:45Z',
              '15 minutes') t;
            """;

    private ExistingDatabase existing;

    @BeforeEach
    void adoptable() {
        existing = new ExistingDatabase();
        existing.execute(QUARTERS);
    }

    @AfterEach
    void close() {
        existing.close();
    }

    @Test
    void hourly_values_over_quarter_hours_are_marked_and_count_in_no_total() {
        existing.execute("update readings set energy_kwh = 4 where channel_id = 777 "
                + "and \"timestamp\" in ('2026-01-05T01:00Z', '2026-01-05T02:00Z'); "
                + "delete from readings where channel_id = 777 and \"timestamp\" > '2026-01-05T02:00Z' "
                + "and \"timestamp\" < '2026-01-05T03:00Z'");
        existing.migrate();
        assertThat(existing.rows("select \"timestamp\" at time zone 'UTC', data_quality from readings "
                + "where channel_id = 777 and quality_method = 'adopted-hourly'"))
                .as("of 02:00 no other quarter is there: the energy is that of its hour, and counts once")
                .containsExactly("2026-01-05 01:00:00|suspect");
        assertThat(existing.text("select sum(energy_kwh) from readings where channel_id = 777 "
                + "and is_counted(data_quality, quality_method)")).isEqualTo("23");
    }

    @Test
    void a_statement_of_others_takes_the_run_off_the_row_and_history_names_who_it_was() {
        existing.migrate();
        String row = " where channel_id = 777 and \"timestamp\" = '2026-01-05T01:00Z'";
        existing.execute("insert into runs (kind) values ('poll'); "
                + "update readings set run_id = (select max(run_id) from runs), energy_kwh = 1.1" + row);
        assertThat(existing.text("select run_id is not null from readings" + row)).isEqualTo("t");
        existing.execute("set application_name = 'old-tool'; update readings set energy_kwh = 9" + row);
        assertThat(existing.text("select run_id is null from readings" + row)).isEqualTo("t");
        assertThat(existing.text("select replaced_by_run is null, replaced_by like '%, old-tool', old_run is not null "
                + "from reading_history" + row + " order by history_id desc limit 1")).isEqualTo("t|t|t");
        existing.execute("update readings set run_id = (select max(run_id) from runs), energy_kwh = 1.2" + row
                + "; update readings set data_quality = 'suspect', quality_method = 'finding:spike'" + row);
        assertThat(existing.text("select run_id is not null from readings" + row)).as("a mark").isEqualTo("t");
    }

    @Test
    void a_view_that_others_have_dropped_is_noticed_and_the_next_migration_makes_it_again() throws SQLException {
        existing.migrate();
        assertThat(missing()).isEmpty();
        existing.execute("drop view v_readings_daily cascade; drop view v_gap_summary; drop view v_alarms_and_events");
        assertThat(missing()).contains("v_alarms_and_events", "v_gap_summary", "v_readings_daily", "v_site_daily");
        assertThat(existing.migrate().applied()).isPositive();
        assertThat(missing()).isEmpty();
        assertThat(existing.migrate().applied()).as("nothing is left to do").isZero();
    }

    @Test
    void every_view_of_ours_can_be_made_again() throws SQLException {
        existing.migrate();
        for (String view : existing.rows("select relname || '|' || relkind::text from pg_class "
                + "where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace order by 1")) {
            String[] parts = view.split("[|]");
            existing.execute("drop " + (parts[1].equals("m") ? "materialized view" : "view") + " if exists " + parts[0]
                    + " cascade");
        }
        assertThat(missing()).hasSizeGreaterThan(25);
        existing.migrate();
        assertThat(missing()).isEmpty();
    }

    @Test
    void views_have_the_columns_and_types_that_people_had() {
        existing.migrate();
        assertThat(existing.rows("select attrelid::regclass || '.' || attname || ' '"
                + " || format_type(atttypid, atttypmod) from pg_attribute where (attrelid, attname) in ("
                + "('v_readings_daily'::regclass, 'min_voltage_v'), ('v_readings_daily'::regclass, 'max_voltage_v'),"
                + "('v_readings_daily'::regclass, 'cost'), ('v_clean_readings'::regclass, 'cost'),"
                + "('v_readings_enriched'::regclass, 'cost'), ('v_active_sites'::regclass, 'site_id')) order by 1"))
                .containsExactly(
                        "v_active_sites.site_id integer",
                        "v_clean_readings.cost numeric(12,2)",
                        "v_readings_daily.cost numeric(12,2)",
                        "v_readings_daily.max_voltage_v double precision",
                        "v_readings_daily.min_voltage_v double precision",
                        "v_readings_enriched.cost numeric(12,2)");
    }

    private List<String> missing() throws SQLException {
        try (Connection connection = existing.connection()) {
            return ShippedViews.missing(connection);
        }
    }
}
