package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of changes that the database does not hold. */
class AlertSpoolTest {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    @TempDir
    private Path folder;

    private static AlertSpool.Content content(int sent) {
        return new AlertSpool.Content(List.of(List.of()), Map.of("message-" + sent, NOON));
    }

    @Test
    void deliveries_that_end_together_all_write_and_the_file_holds_the_newest_content() throws Exception {
        AlertSpool spool = new AlertSpool(folder);
        AtomicInteger newest = new AtomicInteger();
        ExecutorService deliveries = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> writes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                writes.add(Executors.callable(() -> spool.write(() -> content(newest.incrementAndGet()))));
            }
            for (Future<Object> write : deliveries.invokeAll(writes)) {
                write.get();
            }
        } finally {
            deliveries.shutdown();
        }
        assertThat(spool.read()).isEqualTo(content(200));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("no temporary file is left").containsExactly(folder.resolve("unbooked.json"));
        }
    }

    @Test
    void an_unreadable_file_is_moved_aside() throws Exception {
        Files.writeString(folder.resolve("unbooked.json"), "{");
        assertThat(new AlertSpool(folder).read()).isEqualTo(new AlertSpool.Content(List.of(), Map.of()));
        assertThat(folder.resolve("unbooked.json")).doesNotExist();
        assertThat(folder.resolve("unbooked.unreadable")).hasContent("{");
    }
}
