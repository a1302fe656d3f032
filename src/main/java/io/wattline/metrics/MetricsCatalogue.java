package io.wattline.metrics;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.NamingConvention;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every metric of ours with its labels and its help text, as {@code metrics.yaml} lists them. */
public final class MetricsCatalogue {

    /** One metric; {@code metrics.yaml} says what each part is. A metric without labels has an empty text there. */
    public record Entry(String name, String type, String labels, String help) {

        public Entry {
            labels = labels == null ? "" : labels;
        }
    }

    private static final List<Entry> ALL = read();
    private static final Map<String, Entry> BY_NAME = ALL.stream()
            .collect(Collectors.toMap(Entry::name, Function.identity()));

    private MetricsCatalogue() {
    }

    private static List<Entry> read() {
        try (InputStream in = MetricsCatalogue.class.getResourceAsStream("/metrics.yaml")) {
            return List.copyOf(new YAMLMapper().readValue(in, new TypeReference<List<Entry>>() { }));
        } catch (IOException e) {
            throw new UncheckedIOException("metrics.yaml cannot be read", e);
        }
    }

    /** In the order of their names. */
    public static List<Entry> all() {
        return ALL;
    }

    /** Makes the registry show the help texts, and leaves out metrics that break Prometheus' conventions. */
    public static <R extends MeterRegistry> R describe(R registry) {
        // nanoseconds, and a count that is no counter's
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
                .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                Entry entry = BY_NAME.get(name(id));
                return entry == null ? id
                        : new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), entry.help(),
                        id.getType());
            }
        });
        return registry;
    }

    private static String name(Meter.Id id) {
        String name = id.getConventionName(NamingConvention.snakeCase);
        String unit = id.getType() == Meter.Type.TIMER ? "seconds" : id.getBaseUnit();
        String whole = unit == null || name.endsWith("_" + unit) ? name : name + "_" + unit;
        return id.getType() == Meter.Type.COUNTER ? whole + "_total" : whole;
    }
}
