package io.wattline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the bench; what it says goes to a file, which is shown where the process fails. */
final class Child implements AutoCloseable {

    private static final long STOP_SECONDS = 15;

    private final String name;
    private final Process process;
    private final Path output;

    private Child(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    /**
     * @param environment added to that of the bench, which comes first: a setting that somebody exports is tried out
     */
    static Child start(String name, List<String> command, Map<String, String> environment, Path work)
            throws IOException {
        Path output = Files.createTempFile(work, name, ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(work.toFile());
        environment.forEach(builder.environment()::putIfAbsent);
        return new Child(name, builder.start(), output);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Its first line, once it has one. */
    String firstLine() throws IOException, InterruptedException {
        while (!output().contains("\n")) {
            if (!isAlive()) {
                throw failure();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return output().lines().findFirst().orElseThrow();
    }

    /** Waits for its end; {@link IllegalStateException} with its output where that is not a good one. */
    void mustEndWell() throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw failure();
        }
    }

    private IllegalStateException failure() throws IOException {
        return new IllegalStateException(
                "The process " + name + " ended with exit code " + process.exitValue() + " and said:\n" + output());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
