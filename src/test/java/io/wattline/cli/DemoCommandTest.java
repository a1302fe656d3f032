package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    private Path home;

    @Test
    void it_ends_after_its_time_with_a_summary_and_the_next_goes_on_from_there() throws Exception {
        List<String> first = run("--for", "8s");
        assertThat(first)
                .anyMatch(line -> line.contains("PostgreSQL  postgresql://postgres@localhost:"))
                .anyMatch(line -> line.startsWith("Back-fill done after"))
                .anyMatch(line -> line.startsWith("Summary after"))
                .anyMatch(line -> line.matches("  channels   1 " + "live, 0 paused, 0 dead"));
        assertThat(kept(first)).isPositive();
        List<String> second = run("--for", "8s", "--speed", "60");
        assertThat(kept(second)).isGreaterThan(kept(first));
        assertThat(second).anyMatch(line -> line.contains("60 times as fast"));
    }

    @Test
    void a_signal_stops_it_within_ten_seconds_with_a_summary_and_nothing_is_left_running() throws Exception {
        Process demo = start("--fresh");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.startsWith("Back-fill done")) {
                line = out.readLine();
            }
            assertThat(line).isNotNull();
            long asked = System.nanoTime();
            demo.toHandle().destroy();
            List<String> rest = out.lines().toList();
            assertThat(demo.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked)).isLessThan(10_000);
            assertThat(demo.exitValue()).as("128 + SIGTERM").isEqualTo(143);
            assertThat(rest).anyMatch(text -> text.startsWith("Summary after"));
        } finally {
            demo.destroyForcibly();
        }
        assertThat(home.resolve("data/demo/postgres/postmaster.pid")).doesNotExist();
    }

    private List<String> run(String... options) throws IOException, InterruptedException {
        Process demo = start(options);
        List<String> lines = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(demo.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddemo.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                DemoChild.class.getName(),
                "demo"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static long kept(List<String> lines) {
        String summary = lines.stream().filter(line -> line.startsWith("  readings   ")).findFirst().orElseThrow();
        return Long.parseLong(summary.replaceAll("  readings   ([\\d,]+) kept.*", "$1").replace(",", ""));
    }
}
