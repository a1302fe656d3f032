package io.wattline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.channel.Channel;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.database.Migration;
import io.wattline.reading.Column;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Interval;
import io.wattline.reading.Reading;
import io.wattline.reading.Window;
import io.wattline.validation.PageContext;
import io.wattline.validation.RuleBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which catch-up values the rules believe, and which huge values beside a gap the spike check finds. */
@Command(name = "bench/checks", mixinStandardHelpOptions = true, description = "Catch-up energy and spikes beside a "
        + "gap, planted in real hourly series.")
public final class CheckBench implements Callable<Integer> {

    private static final String NAME = "checks";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int[] GAP_HOURS = {1, 3, 9, 24};
    private static final int AROUND_HOURS = 30 * 24;
    private static final int SPIKES_APART_HOURS = 10 * 24;

    @Option(names = "--data", required = true, description = "JSON file with real hourly series, see bench/estimation")
    private Path data;
    @Option(names = "--gaps", defaultValue = "50", description = "of each channel and length; default ${DEFAULT-VALUE}")
    private int gaps;
    @Option(names = "--seed", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
    private long seed;
    @Option(names = "--root", hidden = true, required = true)
    private Path root;
    @Option(names = "--work", hidden = true, required = true)
    private Path work;
    private final List<Series> channels = new ArrayList<>();

    /** Hourly energies in kWh, NaN where there is none; power is the same number. */
    private record Series(int id, Instant start, double[] kwh) {

        Instant at(int hour) {
            return start.plus(HOUR.multipliedBy(hour));
        }

        OptionalDouble peakKw(int hour) {
            return Arrays.stream(kwh, Math.max(0, hour - AROUND_HOURS), Math.min(kwh.length, hour + AROUND_HOURS))
                    .filter(value -> !Double.isNaN(value)).max();
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CheckBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        for (JsonNode channel : new ObjectMapper().readTree(data.toFile()).get("channels")) {
            double[] kwh = new double[channel.get("E").size()];
            for (int i = 0; i < kwh.length; i++) {
                kwh[i] = channel.get("E").get(i).isNull() ? Double.NaN : channel.get("E").get(i).asDouble() / 1000;
            }
            channels.add(new Series(
                    channel.get("id").asInt(), Instant.ofEpochSecond(channel.get("start").asLong()), kwh));
        }
        RuleBook rules = RuleBook.load(root.resolve("config/rules.yaml"));
        System.out.println("Catch-up values believed, of " + channels.size() + " channels");
        for (double factor : new double[] {1, 10, 100}) {
            believed(rules, factor);
        }
        try (Postgres postgres = Postgres.start(work.resolve("postgres"))) {
            spikes(postgres);
        }
        return 0;
    }

    private void believed(RuleBook rules, double factor) {
        Random random = new Random(seed);
        int asked = 0;
        int kept = 0;
        for (Series series : channels) {
            for (int i = 0; i < gaps * GAP_HOURS.length; i++) {
                int hours = GAP_HOURS[i % GAP_HOURS.length];
                int first = AROUND_HOURS + random.nextInt(series.kwh().length - AROUND_HOURS - 30);
                double total = Arrays.stream(series.kwh(), first, first + hours + 1).sum();
                double own = series.kwh()[first + hours];
                if (!(total > 1.5 * own + 0.01)) {
                    continue; // nothing to catch up, or a hole of the series itself
                }
                asked++;
                kept += isKept(rules, series, first, hours, total, own, factor) ? 1 : 0;
            }
        }
        System.out.printf("  %3.0f x the true energy: %,d of %,d kept%n", factor, kept, asked);
    }

    private static boolean isKept(
            RuleBook rules, Series series, int first, int hours, double total, double own, double factor) {
        double[] values = new double[Column.values().length];
        Arrays.fill(values, Double.NaN);
        values[Column.ENERGY_KWH.ordinal()] = total * factor;
        values[Column.POWER_KW.ordinal()] = own;
        Instant at = series.at(first + hours);
        Channel channel = new Channel(series.id(), "c", null, null, HOUR, null, null);
        return rules.check(
                        List.of(new Reading(series.id(), at, values, DataQuality.MEASURED, null, null, null)),
                        new Window(channel, new Interval(at, at.plus(HOUR)), List.of("E", "P"), 1),
                        new PageContext(series.at(first - 1), false, () -> series.peakKw(first)),
                        Clock.fixed(at.plus(HOUR), ZoneOffset.UTC))
                .rejected()
                .isEmpty();
    }

    private void spikes(Postgres postgres) throws Exception {
        postgres.create(NAME, null);
        Migration.run(
                Database.direct(DatabaseUrl.parse(postgres.url(NAME)), Duration.ofSeconds(30), NAME), "public");
        for (Series series : channels) {
            load(postgres, series);
        }
        postgres.execute(NAME, "create table good as select * from readings; analyze readings");
        System.out.println("Spikes found beside a gap of 3 h");
        double before = found(postgres, "true");
        System.out.printf("  in the series as they are: %.0f findings%n", before);
        for (int factor : new int[] {10, 100, 900}) {
            postgres.execute(NAME, "truncate readings; insert into readings select * from good; "
                    + "create table if not exists planted (channel_id int, at timestamptz); truncate planted");
            int planted = 0;
            for (Series series : channels) {
                planted += plant(postgres, series, factor);
            }
            double hits = found(postgres,
                    "exists (select from planted p where p.channel_id = f.channel_id and p.at = f.finding_start)");
            System.out.printf("  %3d x the usual value: %.0f of %d%n", factor, hits, planted);
        }
    }

    private static void load(Postgres postgres, Series series) throws SQLException {
        String values = String.join(",", Arrays.stream(series.kwh())
                .mapToObj(value -> Double.isNaN(value) ? "null" : String.valueOf(value)).toList());
        postgres.execute(NAME, "insert into channels (channel_id, channel_name, interval_seconds) values ("
                + series.id() + ", 'c', 3600); insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw) "
                + "select "
                + series.id() + ", '" + series.start() + "'::timestamptz + (n - 1) * interval '1 hour', v, v from "
                + "unnest(array[" + values + "]::float8[]) with ordinality as t(v, n) where v is not null");
    }

    /** A spike every ten days, right after three hours without readings; usual = median of the channel's readings. */
    private int plant(Postgres postgres, Series series, int factor) throws SQLException {
        double[] sorted = Arrays.stream(series.kwh()).filter(value -> value > 0).sorted().toArray();
        if (sorted.length < SPIKES_APART_HOURS) {
            return 0;
        }
        double spike = factor * sorted[sorted.length / 2];
        int planted = 0;
        for (int hour = SPIKES_APART_HOURS; hour < series.kwh().length - 48; hour += SPIKES_APART_HOURS) {
            if (Double.isNaN(series.kwh()[hour]) || Double.isNaN(series.kwh()[hour + 1]) || spike < 3) {
                continue;
            }
            String at = "'" + series.at(hour) + "'::timestamptz";
            String of = " where channel_id = " + series.id() + " and \"timestamp\" ";
            postgres.execute(NAME, "delete from readings" + of + ">= " + at + " - interval '3 hours' "
                    + "and \"timestamp\" < " + at + "; update readings set energy_kwh = " + spike
                    + ", power_kw = " + spike
                    + of + "= " + at
                    + "; insert into planted values (" + series.id() + ", " + at + ")");
            planted++;
        }
        return planted;
    }

    private double found(Postgres postgres, String condition) throws Exception {
        String quality = Files.readString(root.resolve("config/quality.yaml"));
        String sql = Files.readString(root.resolve("db/sql/check-spike.sql"))
                .replaceAll(":#(look_from|from)\\b", "'2000-01-01'").replace(":#to", "'2100-01-01'")
                .replace(":#channel_ids", "null");
        for (String key : List.of("factor-neighbours", "factor-day", "least-kw")) {
            String value = Pattern.compile("spike:.*?" + key + ": (\\S+)", Pattern.DOTALL).matcher(quality).results()
                    .findFirst().orElseThrow().group(1);
            sql = sql.replace(":#" + key.replace('-', '_'), value);
        }
        return postgres.number(NAME, "select count(*) from (" + sql + ") f where " + condition);
    }
}
