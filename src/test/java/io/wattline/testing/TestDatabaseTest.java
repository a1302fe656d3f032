package io.wattline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void whoever_works_in_the_tables_goes_on_while_they_are_emptied() throws Exception {
        DATABASE.execute("create table one (id int); create table two (id int)");
        CompletableFuture<Void> emptied;
        try (Connection working = DATABASE.dataSource().getConnection();
                Statement statement = working.createStatement()) {
            working.setAutoCommit(false);
            statement.execute("insert into two values (1)");
            emptied = CompletableFuture.runAsync(() -> DATABASE.execute("truncate one, two"));
            await().until(() -> !DATABASE.rows("select 1 from pg_locks where not granted").isEmpty());
            statement.execute("insert into one values (1)");
            working.commit();
        }
        emptied.get();
        assertThat(DATABASE.rows("select from one union all select from two")).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_statement_is_said_at_once() {
        assertThatThrownBy(() -> DATABASE.execute("truncate three"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("three");
    }
}
