package io.wattline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.reading.Column;
import io.wattline.reading.DataQuality;
import io.wattline.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a new database holds, and what its tables enforce. */
class SchemaTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void one_channel_with_one_reading() {
        DATABASE.execute("truncate channels, readings, reading_history, dead_letters, ingestion_logs, alerts, "
                + "data_gaps cascade; "
                + "insert into channels (channel_id, channel_name) values (1, 'Main'); "
                + "insert into readings (channel_id, \"timestamp\", energy_kwh, run_id, raw) "
                + "values (1, '2026-01-01T00:00Z', 0.5, 7, '{\"K1\": null}')");
    }

    @Test
    void every_table_view_and_column_says_what_it_is() {
        assertThat(rows("select relname from pg_class where relnamespace = 'public'::regnamespace "
                + "and relkind in ('r', 'v', 'm') and relname <> 'flyway_schema_history' "
                + "and obj_description(oid, 'pg_class') is null")).isEmpty();
        assertThat(rows("select relname, attname from pg_class join pg_attribute on attrelid = pg_class.oid "
                + "where relnamespace = 'public'::regnamespace and relkind = 'r' "
                + "and relname <> 'flyway_schema_history' and attnum > 0 and not attisdropped "
                + "and col_description(attrelid, attnum) is null")).isEmpty();
    }

    @Test
    void readings_has_every_column_of_the_domain_as_a_double_with_its_unit() {
        List<String> columns = rows("select attname, format_type(atttypid, null), col_description(attrelid, attnum) "
                + "from pg_attribute where attrelid = 'readings'::regclass and attnum > 0");
        for (Column column : Column.values()) {
            String unit = switch (column.unit()) {
                case "1" -> "-1 to 1";
                case "degC" -> "degrees Celsius";
                case "currency" -> "currency_code";
                default -> " " + column.unit();
            };
            assertThat(columns).as(column.sqlName()).anySatisfy(text -> assertThat(text)
                    .startsWith(column.sqlName() + "|double precision|")
                    .contains(unit));
        }
    }

    @Test
    void readings_has_its_key_and_one_index_and_one_of_the_few_suspect_ones_and_nothing_more() {
        assertThat(rows("select indexdef from pg_indexes where tablename = 'readings' order by 1")).containsExactly(
                "CREATE INDEX idx_readings_suspect ON public.readings USING btree (channel_id, \"timestamp\") WHERE "
                        + "(data_quality = 'suspect'::text)",
                "CREATE INDEX idx_readings_timestamp ON public.readings USING btree (\"timestamp\" DESC)",
                "CREATE UNIQUE INDEX readings_pkey ON public.readings USING btree (channel_id, \"timestamp\")");
    }

    @Test
    void every_quality_of_the_domain_can_be_stored_and_no_other() {
        for (DataQuality quality : DataQuality.values()) {
            DATABASE.execute("update readings set data_quality = '" + quality.sqlName() + "'");
        }
        assertThatThrownBy(() -> DATABASE.execute("update readings set data_quality = 'good'"))
                .hasMessageContaining("readings_data_quality_check");
    }

    @Test
    void an_estimate_can_have_energy_and_power_and_nothing_else() {
        DATABASE.execute("update readings set data_quality = 'estimated', power_kw = 2, energy_export_kwh = 0");
        assertThatThrownBy(() -> DATABASE.execute("update readings set voltage_v = 230"))
                .hasMessageContaining("readings_estimated_is_energy_and_power");
    }

    @Test
    void a_reading_of_an_unknown_channel_is_refused() {
        assertThatThrownBy(() -> DATABASE.execute("insert into readings (channel_id, \"timestamp\") "
                + "values (99, now())")).hasMessageContaining("readings_channel_id_fkey");
    }

    @Test
    void a_changed_reading_leaves_what_it_was_in_the_history() {
        DATABASE.execute("update readings set energy_kwh = 0.75, run_id = 8");
        assertThat(rows("select operation, replaced_by_run, old_run, old->>'energy_kwh', old->'raw' "
                + "from reading_history")).containsExactly("update|8|7|0.5|{\"K1\": null}");
        assertThat(rows("select energy_kwh, updated_at is not null from readings")).containsExactly("0.75|t");
    }

    @Test
    void a_new_database_does_not_pay_for_names_that_it_never_had() {
        DATABASE.execute("update readings set power_kw_l1 = 3");
        assertThat(rows("select power_kw_l1, power_w1 from readings")).containsExactly("3|null");
    }

    @Test
    void a_deleted_reading_leaves_what_it_was_in_the_history() {
        DATABASE.execute("delete from readings");
        assertThat(rows("select operation, replaced_by_run, old_run, old->>'energy_kwh' from reading_history"))
                .containsExactly("delete|null|7|0.5");
    }

    @Test
    void an_update_that_changes_nothing_leaves_no_trace() {
        DATABASE.execute("update readings set energy_kwh = 0.5, power_kw = null");
        assertThat(rows("select count(*) from reading_history union all select count(updated_at) from readings"))
                .containsExactly("0", "0");
    }

    @Test
    void no_column_of_readings_can_change_without_a_trace() {
        List<String> stored = rows("select attname, format_type(atttypid, null) from pg_attribute "
                + "where attrelid = 'readings'::regclass and attnum > 0 and not attisdropped "
                + "and attname not in ('updated_at')");
        DATABASE.execute("insert into channels (channel_id, channel_name) values (2, 'Other')");
        for (String column : stored) {
            String name = "\"" + column.substring(0, column.indexOf('|')) + "\"";
            String value = switch (column.substring(column.indexOf('|') + 1)) {
                case "timestamp with time zone" -> "'2026-01-01T00:30Z'";
                case "text" -> "'edited'";
                case "jsonb" -> "'{\"a\": 1}'";
                default -> "2";
            };
            DATABASE.execute("truncate reading_history; update readings set " + name + " = " + value);
            assertThat(rows("select count(*) from reading_history")).as(column).containsExactly("1");
        }
        assertThat(stored).hasSizeGreaterThan(Column.values().length);
    }

    @Test
    void the_same_reject_is_there_once_even_without_channel_and_time() {
        String insert = "insert into dead_letters (stage, rule, reason, payload) "
                + "values ('normalise', 'r', 'x', '{\"a\": 1}') "
                + "on conflict (channel_id, reading_timestamp, payload_hash) do update "
                + "set times_seen = dead_letters.times_seen + 1";
        DATABASE.execute(insert);
        DATABASE.execute(insert);
        assertThat(rows("select times_seen, status from dead_letters")).containsExactly("2|open");
    }

    @Test
    void a_window_of_a_run_is_logged_once_and_rows_of_before_are_free() {
        String log = "insert into ingestion_logs (organization_id, channel_id, start_time, end_time, run_id) "
                + "values ('', 1, '2026-01-01T00:00Z', '2026-01-02T00:00Z', %s)";
        DATABASE.execute(log.formatted("null"));
        DATABASE.execute(log.formatted("null"));
        DATABASE.execute(log.formatted("1"));
        assertThatThrownBy(() -> DATABASE.execute(log.formatted("1"))).hasMessageContaining("idx_ingestion_logs_run");
    }

    @Test
    void one_alert_a_key_is_open_and_resolved_ones_do_not_matter() {
        String alert = "insert into alerts (alert_key, severity, summary, state) values ('k', 'warning', 's', '%s')";
        Stream.of("resolved", "resolved", "firing").forEach(state -> DATABASE.execute(alert.formatted(state)));
        assertThatThrownBy(() -> DATABASE.execute(alert.formatted("acknowledged")))
                .hasMessageContaining("idx_alerts_open");
    }

    @Test
    void a_gap_is_half_open_and_never_empty() {
        assertThatThrownBy(() -> DATABASE.execute("insert into data_gaps (channel_id, gap_start, gap_end) "
                + "values (1, '2026-01-01T00:00Z', '2026-01-01T00:00Z')"))
                .hasMessageContaining("data_gaps_half_open");
    }

    @Test
    void another_schema_can_hold_everything_and_public_stays_empty() {
        try (TestDatabase empty = TestDatabase.empty()) {
            DatabaseUrl url = DatabaseUrl.parse(empty.url() + "?options=-csearch_path%3Denergy");
            Migration.Result result =
                    Migration.run(Database.direct(url, Duration.ofSeconds(10), "migrate"), url.schema());
            assertThat(result.before()).isNull();
            assertThat(List.of(result.after())).isEqualTo(rows("select max(version::integer) "
                    + "from flyway_schema_history"));
            assertThat(result.adopted()).isZero();
            assertThat(ExistingDatabase.rows(empty, "select nspname, count(*) > 20 from pg_class c "
                    + "join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'v', 'm') "
                    + "and nspname in ('public', 'energy') group by 1")).containsExactly("energy|t");
            empty.execute("insert into energy.channels (channel_id, channel_name) values (1, 'c'); "
                    + "insert into energy.readings (channel_id, \"timestamp\") values (1, now()); "
                    + "update energy.readings set energy_kwh = 1");
            assertThat(ExistingDatabase.rows(empty, "select count(*) from energy.reading_history"))
                    .containsExactly("1");
        }
    }

    private static List<String> rows(String sql) {
        return ExistingDatabase.rows(DATABASE, sql);
    }
}
