package io.wattline.bench;

import io.wattline.estimation.EstimationRules;
import io.wattline.reading.Interval;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.PlantChannel;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Hides readings that are known, estimates them by each method, and says how far off that is by the length of the gap.
 */
@Command(name = "bench/estimation", mixinStandardHelpOptions = true, description = "Error of each method of "
        + "estimation by the length of the gap.")
public final class EstimationBench implements Callable<Integer> {

    private static final List<Duration> LENGTHS = List.of(
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofHours(72));
    /** Across the change of the clocks at the end of March, in Europe and in America. */
    private static final Interval YEAR =
            new Interval(Instant.parse("2026-02-02T00:00:00Z"), Instant.parse("2026-05-04T00:00:00Z"));

    private static final Map<Integer, String> CHANNELS = new LinkedHashMap<>();

    static {
        CHANNELS.put(61001, "grid meter"); // three-phase point of a mill
        CHANNELS.put(61010, "grid meter"); // chiller
        CHANNELS.put(61011, "grid meter"); // boiler, hourly
        CHANNELS.put(61013, "grid meter"); // lighting, New York
        CHANNELS.put(61015, "grid meter"); // compressor, one phase
        CHANNELS.put(61005, "solar meter");
    }

    @Option(names = "--gaps", defaultValue = "50", description = "of each channel and length; default ${DEFAULT-VALUE}")
    private int gaps;
    @Option(names = "--seed", defaultValue = "1", description = "of plant, unrest and gaps; default ${DEFAULT-VALUE}")
    private long seed;
    @Option(names = "--data", description = "JSON file with real hourly series: {\"orgs\": [{id, tz}], \"channels\": "
            + "[{id, org, start, res, E: [Wh or null]}]}; the error of like-day on them instead of the simulator")
    private Path data;
    @Option(names = "--config", hidden = true, required = true)
    private Path config;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EstimationBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        String text = Files.readString(config);
        if (data != null) {
            new RealSeries(data).report(only(text, "like-day"), gaps, seed);
            return 0;
        }
        EstimationRules linear = only(text, "linear");
        EstimationRules likeDay = only(text, "like-day");
        try (Simulator simulator = Simulator.start(SimulatorSettings.of(Plant.installation(seed), Clock.systemUTC()))) {
            for (String type : List.of("grid meter", "solar meter")) {
                for (Unrest unrest : List.of(Unrest.NONE, Unrest.DAYS_DIFFER)) {
                    table(type, unrest, channels(simulator, type, unrest), linear, likeDay);
                }
            }
        }
        return 0;
    }

    private List<HiddenReadings> channels(Simulator simulator, String wanted, Unrest unrest) {
        List<HiddenReadings> channels = new ArrayList<>();
        CHANNELS.forEach((id, type) -> {
            PlantChannel channel = simulator.plant().channel(id);
            if (type.equals(wanted)) {
                channels.add(HiddenReadings.of(channel, type, simulator.truth(), YEAR, unrest, seed));
            }
        });
        return channels;
    }

    /** The file of the house with one method alone, for every length and channel type. */
    private static EstimationRules only(String text, String method) {
        String methods = text.substring(0, text.indexOf("\noverrides:")).replaceFirst("up-to: 1h", "up-to: 7d");
        int other = methods.indexOf(method.equals("linear") ? "  like-day:" : "  linear:");
        return EstimationRules.parse(
                "config/estimation.yaml",
                methods.substring(0, other) + methods.substring(other).replaceFirst("enabled: true", "enabled: false"));
    }

    private void table(
            String type,
            Unrest unrest,
            List<HiddenReadings> channels,
            EstimationRules linear,
            EstimationRules likeDay) {
        System.out.println("\n" + type + ", " + unrest.name() + ":\n\n| gap | linear | like-day | linear, total known "
                + "| like-day, total known |\n|---|---|---|---|---|");
        for (Duration length : LENGTHS) {
            List<String> cells = new ArrayList<>();
            for (boolean withTotal : new boolean[] {false, true}) {
                for (EstimationRules book : List.of(linear, likeDay)) {
                    cells.add(errors(channels, book, length, withTotal).text());
                }
            }
            System.out.println("| " + (length.toHours() > 0 ? length.toHours() + " h" : length.toMinutes() + " min")
                    + " | " + String.join(" | ", cells) + " |");
        }
    }

    private Errors errors(List<HiddenReadings> channels, EstimationRules book, Duration length, boolean withTotal) {
        Errors errors = new Errors();
        Random random = new Random(seed);
        Instant first = YEAR.start().plus(Duration.ofDays(29));
        Instant last = YEAR.end().minus(length).minus(Duration.ofHours(6));
        for (HiddenReadings channel : channels) {
            for (int i = 0; i < gaps && length.compareTo(channel.step()) >= 0; i++) {
                long slots = Duration.between(first, last).dividedBy(channel.step());
                Instant start = first.plus(channel.step().multipliedBy(random.nextInt((int) slots)));
                channel.estimate(new Interval(start, start.plus(length)), book, withTotal, errors);
            }
        }
        return errors;
    }
}
