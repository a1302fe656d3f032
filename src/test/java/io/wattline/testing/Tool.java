package io.wattline.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of the machine that checks what we ship; where it is not installed, the test that asks it is skipped and
 * says so.
 */
public enum Tool {
    /** Of Debian's package prometheus. */
    PROMTOOL("promtool", "apt-get install prometheus"),
    /** Of systemd itself. */
    SYSTEMD_ANALYZE("systemd-analyze", "apt-get install systemd");

    private final String program;
    private final String remedy;

    Tool(String program, String remedy) {
        this.program = program;
        this.remedy = remedy;
    }

    /** What a run came to; what it says is stdout and stderr together. */
    public record Result(int exitCode, String text) {
    }

    /** Runs it with this on its stdin. */
    public Result run(String input, String... arguments) throws IOException, InterruptedException {
        Path found = List.of("/usr/bin", "/usr/local/bin").stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(found != null, program + " is not installed, so this is not checked here: " + remedy);
        List<String> command = new ArrayList<>(List.of(found.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text.strip());
    }
}
