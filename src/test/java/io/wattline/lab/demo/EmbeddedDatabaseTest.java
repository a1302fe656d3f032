package io.wattline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.FreePort;
import io.wattline.testing.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    private Path temporary;

    @Test
    void rows_are_kept_from_one_start_to_the_next_also_after_a_kill() throws Exception {
        Path folder = temporary.resolve("with blank").resolve("postgres");
        int port = FreePort.next();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, port)) {
            assertThat(database.port()).isEqualTo(port);
            execute(database, "create table kept (n int); insert into kept values (1)");
        }
        assertThat(folder.resolve("postmaster.pid")).doesNotExist();
        long leftBehind = startInAProcessThatIsKilled(folder, port);
        assertThat(ProcessHandle.of(leftBehind)).as("the server outlives the process that started it").isPresent();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, port)) {
            assertThat(sum(database)).isEqualTo(3);
            assertThat(ProcessHandle.of(leftBehind).filter(ProcessHandle::isAlive)).isEmpty();
            killServer(folder);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, port)) {
            assertThat(sum(database)).as("a server that was killed recovers").isEqualTo(3);
        }
    }

    @Test
    void a_pid_file_with_the_number_of_a_stranger_is_taken_away_and_the_stranger_left_alone() throws Exception {
        Path folder = temporary.resolve("postgres");
        EmbeddedDatabase.start(folder, 0).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.resolve("postmaster.pid"), stranger.pid() + "\n" + folder + "\n");
            EmbeddedDatabase.start(folder, 0).close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void a_start_that_was_killed_half_way_is_made_anew() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("postgres"));
        Files.writeString(folder.resolve("PG_VERSION"), "17\n");
        Files.createDirectories(folder.resolve("base/1"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(database.address())
                    .isEqualTo("postgresql://postgres@localhost:" + database.port() + "/wattline");
        }
    }

    @Test
    void a_port_that_is_taken_is_left_to_its_owner() throws IOException {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.freeOr(owner.getLocalPort())).isPositive().isNotEqualTo(owner.getLocalPort());
        }
    }

    /**
     * Starts the database in a JVM of its own, adds a row there, kills that JVM with SIGKILL and returns the server's
     * process.
     */
    private static long startInAProcessThatIsKilled(Path folder, int port) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(new String(child.getInputStream().readNBytes(5))).isEqualTo("ready");
        child.destroyForcibly().waitFor();
        return Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    }

    private static void killServer(Path folder) throws Exception {
        ProcessHandle server = ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid"))
                        .get(0)
                        .strip()))
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int sum(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sum(n) from kept")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A process of its own. */
    static final class Child {

        private Child() {
        }

        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            // The commit is waited for: with synchronous_commit off a kill may take the last moment's rows.
            execute(database, "set synchronous_commit = on; insert into kept values (2)");
            System.out.println("ready");
            Thread.sleep(60_000);
        }
    }
}
