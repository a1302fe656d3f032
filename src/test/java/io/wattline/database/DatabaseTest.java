package io.wattline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.testing.FreePort;
import io.wattline.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final String NEON =
            "postgresql://u:p@ep-x-pooler.eu.aws.neon.tech/neondb?sslmode=require&channel_binding=require";

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_server_that_dropped_every_connection_costs_no_error() throws Exception {
        try (HikariDataSource pool = Database.open(DATABASE.databaseUrl(), 3, Duration.ofSeconds(10), "survivor");
                Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            first.close();
            second.close();
            String mine = "from pg_stat_activity where application_name = 'survivor'";
            assertThat(ExistingDatabase.rows(DATABASE, "select pg_terminate_backend(pid) " + mine)).hasSize(2);
            // The pool trusts a connection for half a second after its last use.
            await().pollDelay(Duration.ofMillis(600)).until(() -> ExistingDatabase.rows(DATABASE, "select 1 " + mine)
                    .isEmpty());
            try (Connection third = pool.getConnection()) {
                assertThat(third.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void a_session_that_was_read_only_is_replaced_as_soon_as_a_write_has_failed() throws SQLException {
        try (TestDatabase database = TestDatabase.empty();
             HikariDataSource pool = Database.open(database.databaseUrl(), 1, Duration.ofSeconds(5), "test")) {
            String name = database.url().replaceAll(".*/", "");
            database.execute("create table kept (n integer)");
            database.execute("alter database " + name + " set default_transaction_read_only = on");
            assertThatThrownBy(() -> write(pool)).hasMessageContaining("read-only");
            database.execute("set default_transaction_read_only = off; alter database " + name
                    + " reset default_transaction_read_only");
            write(pool);
            assertThat(database.rows("select count(*) from kept")).containsExactly("1");
        }
    }

    /** A pooler that moves sessions brings statements of others under names of ours. */
    @Test
    void a_pooler_in_transaction_mode_is_recognised_by_its_errors() throws SQLException {
        try (HikariDataSource pool = Database.open(DATABASE.databaseUrl(), 1, Duration.ofSeconds(5), "pooled")) {
            assertThatThrownBy(() -> askAsOthersHaveAsked(pool)).hasMessageContaining("\"S_1\" already exists");
            for (int i = 0; i < 3; i++) {
                askAsOthersHaveAsked(pool);
            }
        }
    }

    private static void askAsOthersHaveAsked(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try (Statement others = connection.createStatement()) {
                others.execute("deallocate all; prepare \"S_1\" as select 1; prepare \"S_2\" as select 2");
            }
            for (int i = 0; i < 10; i++) {
                try (PreparedStatement ours = connection.prepareStatement("select ?::int")) {
                    ours.setInt(1, i);
                    ours.executeQuery();
                }
            }
        }
    }

    @Test
    void a_wrong_password_is_the_reason_that_is_given() {
        DatabaseUrl url = DATABASE.databaseUrl();
        DatabaseUrl wrong = new DatabaseUrl(url.jdbcUrl(), "nobody_known", "hunter2", url.properties());
        try (HikariDataSource pool = Database.open(wrong, 1, Duration.ofMillis(500), "wrong")) {
            assertThatThrownBy(pool::getConnection)
                    .hasMessageStartingWith("wrong: no connection to the database: FATAL: ")
                    .hasMessageContaining("nobody_known")
                    .hasMessageNotContaining("hunter2");
        }
    }

    private static void write(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into kept values (1)");
        }
    }

    @Test
    void a_pool_opens_while_the_database_is_away_and_says_so_after_the_wait() {
        int port = FreePort.next();
        try (HikariDataSource pool = Database.open(
                DatabaseUrl.parse("postgresql://u:hunter2@127.0.0.1:" + port + "/d"),
                3,
                Duration.ofMillis(500),
                "early")) {
            assertThatThrownBy(pool::getConnection)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("early")
                    .message()
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void a_pool_that_nobody_uses_keeps_no_connection_and_never_wakes_a_suspended_server() {
        try (HikariDataSource pool = Database.open(DATABASE.databaseUrl(), 3, Duration.ofSeconds(10), "idle")) {
            assertThat(pool.getMinimumIdle()).isZero();
            assertThat(Duration.ofMillis(pool.getIdleTimeout())).isLessThan(Duration.ofMinutes(5));
            assertThat(pool.getKeepaliveTime()).isZero();
            assertThat(ExistingDatabase.rows(DATABASE, "select 1 from pg_stat_activity "
                    + "where application_name = 'idle'")).isEmpty();
        }
    }

    @Test
    void a_pooled_host_gets_no_statements_prepared_on_the_server() {
        assertThat(properties(NEON))
                .containsEntry("prepareThreshold", "0")
                .containsEntry("channelBinding", "require")
                .containsEntry("sslmode", "require");
        assertThat(properties("postgresql://u:p@ep-x.eu.aws.neon.tech/neondb")).doesNotContainKey("prepareThreshold");
    }

    @Test
    void a_pooled_host_cannot_carry_a_schema_so_the_server_itself_is_asked() {
        try (HikariDataSource pool =
                Database.open(DatabaseUrl.parse(NEON + "&currentSchema=energy"), 3, Duration.ofSeconds(1), "schema")) {
            assertThat(pool.getJdbcUrl()).isEqualTo("jdbc:postgresql://ep-x.eu.aws.neon.tech:5432/neondb");
        }
    }

    @Test
    void what_the_url_sets_wins() {
        assertThat(properties("postgresql://u:p@h/d?socketTimeout=9&application_name=mine"))
                .containsEntry("socketTimeout", "9")
                .containsEntry("ApplicationName", "mine");
        assertThat(properties("postgresql://u:p@h/d"))
                .containsEntry("socketTimeout", "300")
                .containsEntry("ApplicationName", "test")
                .containsEntry("tcpKeepAlive", "true")
                .containsEntry("reWriteBatchedInserts", "true")
                .containsEntry("connectTimeout", "1");
    }

    @Test
    void neither_kind_of_connection_tells_its_password() throws SQLException {
        List<Connection> connections = List.of(
                Database.direct(DATABASE.databaseUrl(), Duration.ofSeconds(10), "direct")
                        .getConnection(),
                DATABASE.dataSource().getConnection());
        for (Connection connection : connections) {
            try (connection) {
                assertThat(connection.getMetaData().getURL())
                        .startsWith("jdbc:postgresql://127.0.0.1")
                        .doesNotContain("password")
                        .doesNotContain("?");
            }
        }
    }

    private static Properties properties(String url) {
        try (HikariDataSource pool = Database.open(DatabaseUrl.parse(url), 3, Duration.ofSeconds(1), "test")) {
            return pool.getDataSourceProperties();
        }
    }
}
