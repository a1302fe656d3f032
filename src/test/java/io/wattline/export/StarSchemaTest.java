package io.wattline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The star schema agrees with the functions of energy, and role wattline_reader sees it and nothing else. */
class StarSchemaTest {

    private static final List<String> VIEWS = List.of("dim_channel", "dim_date", "dim_site", "fact_energy_day",
            "fact_energy_hour", "fact_energy_slot");
    private static final ExportStage STAGE = new ExportStage();

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static List<String> asReader(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = STAGE.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role wattline_reader");
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            } finally {
                statement.execute("reset role");
            }
        }
        return rows;
    }

    @Test
    void the_reader_sees_every_view_of_the_star_schema_with_rows() throws SQLException {
        for (String view : VIEWS) {
            assertThat(asReader("select count(*) > 0 from " + view)).as(view).containsExactly("t");
            assertThat(asReader("select (t.*)::text from " + view + " t")).as(view).isNotEmpty();
        }
    }

    @Test
    void the_reader_sees_nothing_else() throws SQLException {
        List<String> visible = asReader("select c.relname from pg_class c where c.relnamespace = "
                + "current_schema()::regnamespace and c.relkind in ('r', 'v', 'm', 'f', 'p') "
                + "and has_table_privilege(c.oid, 'select, insert, update, delete, truncate') order by 1");
        assertThat(visible).isEqualTo(VIEWS);
        for (String secret : List.of("dead_letters", "readings", "reports", "audit_log", "v_hourly_energy")) {
            assertThatThrownBy(() -> asReader("select 1 from " + secret)).as(secret)
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> asReader("select energy_kwh from site_energy('1001', now(), now(), 'all')"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asReader("delete from dim_site returning 1"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_user_who_may_not_create_roles_gets_a_warning_that_names_the_script() throws Exception {
        try (Connection connection = STAGE.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create role plain nologin; alter role wattline_reader rename to aside; set role plain");
            statement.execute(Files.readString(Path.of("db/migration/V39__reader_role.sql")));
            assertThat(statement.getWarnings().getMessage()).contains("plain may not create it",
                    "db/roles/wattline-reader.sql");
            statement.execute("reset role; select grant_to_reader()");
            statement.getMoreResults();
            assertThat(statement.getResultSet().next()).isTrue();
            assertThat(statement.getResultSet().getBoolean(1)).isFalse();
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void the_script_for_administrators_grants_the_views() throws Exception {
        try (Connection connection = STAGE.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter role wattline_reader rename to aside");
            statement.execute(Files.readString(Path.of("db/roles/wattline-reader.sql")));
            statement.execute("set role wattline_reader; select count(*) from dim_site");
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void days_and_hours_agree_with_the_functions_of_energy() {
        String range = "'2026-10-24T04:00Z', '2026-10-27T04:00Z'";
        assertThat(STAGE.database.rows("select to_jsonb(x) from (select sum(f.energy_kwh::numeric) = e.energy_kwh, "
                + "sum(f.measured_kwh::numeric) = e.measured_kwh, sum(f.estimated_kwh::numeric) = e.estimated_kwh, "
                + "sum(f.suspect_kwh::numeric) = e.suspect_kwh, sum(f.measured_readings) = e.measured, "
                + "sum(f.suspect_readings) = e.suspect, sum(f.missing_readings) = e.missing "
                + "from fact_energy_day f join dim_channel c using (channel_id), site_energy('1001', " + range + ") e "
                + "where f.site_id = '1001' and c.counts_toward_site and f.date >= "
                + "'2026-10-24' and f.date < '2026-10-27'"
                + " group by e.energy_kwh, e.measured_kwh, e.estimated_kwh, e.suspect_kwh, e.measured, e.suspect, "
                + "e.missing) x(a, b, c, d, e, f, g)")).singleElement().asString().doesNotContain("false", "null");
        assertThat(STAGE.database.rows("select count(*) from fact_energy_hour f join channel_energy(f.channel_id, "
                + range + ", 'hour') e on e.bin_start = f.hour_start where f.channel_id = 1 and f.date >= '2026-10-24' "
                + "and f.date < '2026-10-27' and (f.energy_kwh::numeric, f.measured_kwh::numeric, f.missing_readings) "
                + "is distinct from (e.energy_kwh, e.measured_kwh, e.missing)")).containsExactly("0");
    }

    @Test
    void slots_of_a_day_add_up_to_the_day() {
        assertThat(STAGE.database.rows("select count(*) from fact_energy_day d join lateral (select "
                + "round(sum(s.energy_kwh)::numeric, 6) as kwh from fact_energy_slot s where "
                + "s.channel_id = d.channel_id "
                + "and s.date = d.date) s on true where d.energy_kwh::numeric is distinct from s.kwh"))
                .containsExactly("0");
    }

    @Test
    void the_dates_have_no_gap() {
        assertThat(STAGE.database.rows("select count(*) = max(date) - min(date) + 1 and "
                + "count(distinct date) = count(*) "
                + "and count(*) > 4 from dim_date")).containsExactly("t");
    }

    @Test
    void every_query_of_the_dashboard_runs_as_the_reader() throws Exception {
        JsonNode dashboard = new ObjectMapper().readTree(Files.readString(
                Path.of("config/observability/grafana-energy-dashboard.json")));
        List<String> queries = new ArrayList<>();
        dashboard.findValuesAsText("rawSql", queries);
        dashboard.path("templating").path("list").forEach(each -> {
            if (each.path("type").asText().equals("query")) {
                queries.add(each.path("query").asText());
            }
        });
        assertThat(queries).hasSizeGreaterThan(5);
        for (String query : queries) {
            String filled = query.replaceAll("\\$__timeFilter\\(([^)]*)\\)",
                    "$1 between '2026-10-24T00:00Z' and '2026-10-27T00:00Z'")
                    .replace("$__timeFrom()", "'2026-10-24T00:00Z'").replace("$__timeTo()", "'2026-10-27T00:00Z'")
                    .replace("${site:sqlstring}", "'1001'").replace("${channel:csv}", "1,2");
            assertThat(asReader(filled)).as(filled).isNotEmpty();
        }
    }
}
