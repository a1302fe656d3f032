package io.wattline.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The views that the repeatable migrations of a schema have made. Other programs can drop them, with {@code cascade}
 * even unawares; {@code ./wattline status} names those that are missing, and {@link Migration} makes them again.
 */
public final class ShippedViews {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedViews.class);
    private static final String FOLDER = "db/migration/";
    private static final Pattern VIEW =
            Pattern.compile("(?m)^(?:    execute ')?create (?:or replace )?(?:materialized )?view (\\w+)");

    private ShippedViews() {
    }

    /** The names of those that do not exist, in order; empty where no migration has run. */
    public static List<String> missing(Connection connection) throws SQLException {
        return List.copyOf(new TreeSet<>(missingByView(connection).keySet()));
    }

    /** Has the scripts that make missing views run again with the next migration of the schema. */
    static void renew(DataSource source, String schema) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement forget = connection.prepareStatement(
                        "update flyway_schema_history set checksum = -1 where script = any (?) and version is null")) {
            connection.setSchema(schema);
            Map<String, String> missing = missingByView(connection);
            if (!missing.isEmpty()) {
                LOG.warn("Schema {}: views {} do not exist any more; they are made again", schema, missing.keySet());
                forget.setArray(
                        1, connection.createArrayOf("text", missing.values().stream().distinct().toArray()));
                forget.executeUpdate();
            }
        }
    }

    private static Map<String, String> missingByView(Connection connection) throws SQLException {
        Map<String, String> missing = new LinkedHashMap<>();
        for (String script : applied(connection)) {
            for (String view : views(script)) {
                if (!exists(connection, view)) {
                    missing.put(view, script);
                }
            }
        }
        return missing;
    }

    private static boolean exists(Connection connection, String view) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("select to_regclass(quote_ident(?)) is not null")) {
            ask.setString(1, view);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static List<String> applied(Connection connection) throws SQLException {
        List<String> scripts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet there = statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
            there.next();
            if (!there.getBoolean(1)) {
                return scripts;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct script from flyway_schema_history "
                        + "where success and version is null and script like 'R\\_\\_%' order by script")) {
            while (rows.next()) {
                scripts.add(rows.getString(1));
            }
        }
        return scripts;
    }

    /** Migrations of the installation's own are not here, and have none. */
    private static List<String> views(String script) {
        try (InputStream file = ShippedViews.class.getClassLoader().getResourceAsStream(FOLDER + script)) {
            return file == null
                    ? List.of()
                    : VIEW.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8)).results()
                            .map(found -> found.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + script + " cannot be read", e);
        }
    }
}
