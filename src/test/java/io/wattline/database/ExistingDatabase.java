package io.wattline.database;

import io.wattline.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A database as people have it before Wattline (src/test/resources/database), and questions to it. */
final class ExistingDatabase implements AutoCloseable {

    private final TestDatabase database = TestDatabase.empty();

    /** @param variants files {@code variant-*.sql}, without prefix and suffix */
    ExistingDatabase(String... variants) {
        database.execute("drop role if exists analyst; " + read("existing"));
        for (String variant : variants) {
            database.execute(read("variant-" + variant));
        }
    }

    Migration.Result migrate() {
        return Migration.run(Database.direct(database.databaseUrl(), Duration.ofSeconds(10), "migrate"), "public");
    }

    Migration.Result migrateWith(String options) {
        return Migration.run(
                Database.direct(
                        DatabaseUrl.parse(database.url() + "?options=" + options), Duration.ofSeconds(10), "migrate"),
                "public");
    }

    void execute(String sql) {
        database.execute(sql);
    }

    Connection connection() throws SQLException {
        return database.dataSource().getConnection();
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    String text(String sql) {
        return rows(sql).get(0);
    }

    /** The rows, their columns joined by {@code |}. */
    List<String> rows(String sql) {
        return rows(database, sql);
    }

    static List<String> rows(TestDatabase database, String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(Objects.toString(rows.getString(column)));
                }
                found.add(String.join("|", row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        database.execute("drop owned by analyst; drop role analyst");
        database.close();
    }

    private static String read(String name) {
        try (InputStream file = ExistingDatabase.class.getResourceAsStream("/database/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
