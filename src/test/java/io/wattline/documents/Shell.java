package io.wattline.documents;

import io.wattline.app.WattlineUnderTest;
import io.wattline.cli.Cli;
import io.wattline.http.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs the commands of runbooks beside a running service: what people have on their machines (psql, curl) is stood in
 * for, since a build machine may lack it.
 */
final class Shell {

    /** {@code output} of stdout and stderr. */
    record Outcome(int exitCode, String output) {
    }

    private static final Pattern GREP = Pattern.compile("^(.*?)\\s*\\| grep (?:-E )?'?([^'|]+?)'?$", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final String CURL = "curl -s localhost:8080";
    private static final String PSQL = "psql \"$DATABASE_URL\" -c ";

    private final WattlineUnderTest wattline;
    private final Map<String, String> environment;

    Shell(WattlineUnderTest wattline) {
        this.wattline = wattline;
        var credentials = wattline.simulator().settings().credentials();
        this.environment = Map.of(
                "DATABASE_URL",
                wattline.database().url(),
                "ENISCOPE_API_URL",
                wattline.simulator().url(),
                "ENISCOPE_API_KEY",
                credentials.apiKey(),
                "ENISCOPE_EMAIL",
                credentials.email(),
                "ENISCOPE_PASSWORD",
                credentials.password());
    }

    Outcome run(String command) throws IOException, InterruptedException {
        Matcher grep = GREP.matcher(command);
        if (grep.matches()) {
            String found = run(grep.group(1))
                    .output()
                    .lines()
                    .filter(Pattern.compile(grep.group(2)).asPredicate())
                    .collect(Collectors.joining("\n"));
            return new Outcome(found.isEmpty() ? 1 : 0, found);
        }
        if (command.startsWith("./wattline ")) {
            return wattline(words(command).subList(1, words(command).size()));
        }
        return command.startsWith(CURL)
                ? curl(command.substring(CURL.length()))
                : command.startsWith(PSQL) ? psql(words(command).get(3)) : bash(command);
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word ->
                        word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3))
                .toList();
    }

    private Outcome wattline(List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output, true);
        int exitCode = new Cli(
                        WattlineUnderTest.launcher(), Path.of("").toAbsolutePath(), environment, writer, writer, false)
                .execute(arguments.toArray(String[]::new));
        return new Outcome(exitCode, output.toString());
    }

    private Outcome curl(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + HttpServer.port(wattline.context()).orElseThrow() + path);
        return new Outcome(
                0,
                HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private Outcome psql(String sql) {
        List<String> lines = new ArrayList<>();
        try (Connection connection = wattline.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            lines.add(line(rows.getMetaData().getColumnCount(), i -> rows.getMetaData().getColumnLabel(i)));
            while (rows.next()) {
                lines.add(line(rows.getMetaData().getColumnCount(), rows::getString));
            }
        } catch (SQLException e) {
            return new Outcome(1, e.getMessage());
        }
        lines.add("(" + (lines.size() - 1) + (lines.size() == 2 ? " row)" : " rows)"));
        return new Outcome(0, String.join("\n", lines));
    }

    private interface Cell {
        String at(int column) throws SQLException;
    }

    private static String line(int columns, Cell cell) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            cells.add(Objects.requireNonNullElse(cell.at(i), ""));
        }
        return String.join(" | ", cells);
    }

    private Outcome bash(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
