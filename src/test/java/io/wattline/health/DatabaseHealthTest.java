package io.wattline.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.Database;
import io.wattline.database.DatabaseFault;
import io.wattline.metrics.SourceCalls;
import io.wattline.source.SourceState;
import io.wattline.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class DatabaseHealthTest {

    private static final SourceState SOURCE = new SourceState() {
        @Override
        public String breakerId() {
            return "none";
        }

        @Override
        public Instant refusedUntil() {
            return Instant.MIN;
        }

        @Override
        public int logIns() {
            return 0;
        }
    };

    @Test
    void a_database_that_responds_and_takes_no_writes_is_down_until_it_takes_them_again() {
        try (TestDatabase database = TestDatabase.migrated();
                HikariDataSource pool = Database.open(database.databaseUrl(), 1, Duration.ofSeconds(5), "test")) {
            String name = database.url().replaceAll(".*/", "");
            database.execute("alter database " + name + " set default_transaction_read_only = on");
            assertThat(database(pool)).hasValueSatisfying(reason -> assertThat(reason).contains("read-only"));
            database.execute("set default_transaction_read_only = off; "
                    + "alter database " + name + " reset default_transaction_read_only");
            assertThat(database(pool)).isEmpty();
        }
    }

    @Test
    void a_table_of_readings_that_somebody_holds_is_down_with_the_reason_in_words() throws Exception {
        try (TestDatabase database = TestDatabase.migrated();
                HikariDataSource pool = Database.open(database.databaseUrl(), 1, Duration.ofSeconds(5), "test");
                Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table readings in exclusive mode");
            assertThat(database(pool)).hasValueSatisfying(reason -> assertThat(reason)
                    .startsWith("readings cannot be kept: another program holds a lock").contains("SQLSTATE 55P03"));
            other.rollback();
            assertThat(database(pool)).isEmpty();
            assertThat(database.rows("select count(*) from readings")).containsExactly("0");
            assertThat(database.rows("select count(*) from channels where channel_id = 0")).containsExactly("0");
        }
    }

    @Test
    void a_real_write_that_finds_the_disk_full_is_told_although_the_trial_finds_room() throws Exception {
        try (TestDatabase database = TestDatabase.migrated();
                HikariDataSource pool = Database.open(database.databaseUrl(), 1, Duration.ofSeconds(5), "test");
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("do $$ begin raise exception 'could not extend file' "
                    + "using errcode = '53100'; end $$")).isInstanceOf(SQLException.class);
            connection.close();
            assertThat(database(pool)).hasValueSatisfying(reason -> assertThat(reason)
                    .contains("the disk of the database is full (SQLSTATE 53100: ERROR: could not extend file"));
        }
    }

    @Test
    void a_wrong_password_and_a_missing_database_are_named() {
        SQLException refused = new SQLTransientConnectionException("Connection is not available, request timed out",
                null, 0, new SQLException("password authentication failed", "28P01"));
        assertThat(DatabaseFault.words(refused)).isEqualTo("the database refuses user or password "
                + "(SQLSTATE 28P01: password authentication failed)");
        assertThat(DatabaseFault.words(new SQLException("odd", "22000"))).isEqualTo("odd");
    }

    @Test
    void a_source_without_any_usable_response_is_down() {
        assertThat(source(new SourceCalls(0, 0))).as("not asked yet").isEmpty();
        assertThat(source(new SourceCalls(0, 3))).hasValueSatisfying(reason -> assertThat(reason)
                .startsWith("3 request(s) since the start, none with a usable response"));
        assertThat(source(new SourceCalls(1, 3))).isEmpty();
    }

    private static Optional<String> database(HikariDataSource pool) {
        return part("database", pool, new SourceCalls(0, 0));
    }

    private static Optional<String> source(SourceCalls calls) {
        return part("source", null, calls);
    }

    private static Optional<String> part(String name, HikariDataSource pool, SourceCalls calls) {
        CamelContext context = new DefaultCamelContext();
        SourceCheck source = new SourceCheck(new Breaker(context, "none"), SOURCE, () -> calls, Clock.systemUTC());
        return new HealthChecks(context, new WriteTrial(() -> pool, pool), source,
                new SpoolFolder(Path.of("target"))).all().stream()
                .filter(part -> part.name().equals(name)).findFirst().orElseThrow().check().get();
    }
}
