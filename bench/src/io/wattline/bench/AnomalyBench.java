package io.wattline.bench;

import io.wattline.anomaly.AnomalyBook;
import io.wattline.anomaly.BacktestRun;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.Detectors;
import io.wattline.anomaly.watch.ChannelWatch;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long the first run over a history takes, how long a nightly one, and how often the detectors are right. */
@Command(name = "bench/anomalies", mixinStandardHelpOptions = true,
        description = "Speed of the detectors on synthetic channels of 15 minutes; with --data their precision "
                + "and recall.")
public final class AnomalyBench implements Callable<Integer> {

    /** What a nightly run reads to judge one day: sixteen weeks of like days and eight of scores fit into it. */
    private static final int NIGHTLY_DAYS = 126;

    @Option(names = "--channels", defaultValue = "100", description = "default ${DEFAULT-VALUE}")
    private int channels;
    @Option(names = "--days", defaultValue = "730", description = "of history; default ${DEFAULT-VALUE}")
    private int days;
    @Option(names = "--data", description = "series to plant faults in: JSON or CSV, see docs/anomalies.md")
    private Path data;
    @Option(names = "--zone", defaultValue = "UTC", description = "of a CSV file; default ${DEFAULT-VALUE}")
    private String zone;
    @Option(names = "--seed", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
    private long seed;
    @Option(names = "--repeats", defaultValue = "1", description = "of each kind and size in each series")
    private int repeats;
    @Option(names = "--other-sizes", description = "plants sizes on which no setting was chosen")
    private boolean otherSizes;
    @Option(names = "--config", hidden = true, required = true)
    private Path config;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AnomalyBench()).execute(arguments));
    }

    @Override
    public Integer call() {
        AnomalyBook book = AnomalyBook.read(config);
        if (data == null) {
            speed(book);
        } else {
            new BacktestRun(data, ZoneId.of(zone), seed, repeats, otherSizes)
                    .run(book, (done, of) -> System.err.printf("%d of %d series%n", done, of)).text()
                    .forEach(System.out::println);
        }
        return 0;
    }

    private void speed(AnomalyBook book) {
        long first = 0;
        long nightly = 0;
        long heap = 0;
        for (int channel = 0; channel < channels; channel++) {
            DayGrid grid = channel(channel);
            first += judge(book, grid);
            nightly += judge(book, grid.part(Math.max(0, days - NIGHTLY_DAYS), days));
            Runtime runtime = Runtime.getRuntime();
            heap = Math.max(heap, runtime.totalMemory() - runtime.freeMemory());
        }
        System.out.printf("%d channels, %d days of 15 minutes: first run %.1f s of one core, nightly %.1f s, heap at "
                + "most %d MiB%n",
                channels, days, first / 1e9, nightly / 1e9, heap >> 20);
    }

    private static long judge(AnomalyBook book, DayGrid grid) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        new ChannelWatch(grid, day -> false, Detectors.of(book.tunings())).run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    /** A building: base load, working hours from 7 to 17 on weekdays, noise. */
    private DayGrid channel(int number) {
        Random random = new Random(seed * 1000 + number);
        DayGrid grid = DayGrid.empty(ZoneOffset.UTC, Duration.ofMinutes(15), LocalDate.of(2024, 1, 1), days);
        double base = random.nextDouble(1, 8);
        double busy = random.nextDouble(5, 40);
        for (int day = 0; day < days; day++) {
            boolean weekend = grid.date(day).getDayOfWeek().getValue() > 5;
            double mood = 1 + 0.04 * random.nextGaussian();
            for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
                boolean open = !weekend && slot >= 28 && slot < 68;
                double kw = (base + (open ? busy * mood : 0)) * (1 + 0.05 * random.nextGaussian());
                grid.set(day, slot, kw / 4, kw);
            }
        }
        return grid;
    }
}
