package io.wattline.reading;

import io.wattline.database.Sql;
import io.wattline.eniscope.EniscopeModule;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Readings: polled when they are due, and kept. */
public final class ReadingModule implements FeatureModule {

    /** The statement that keeps readings, with the columns that people have added; a route names it like the file. */
    private static final String KEEP = "db/sql/readings-keep.sql";

    private final EniscopeModule source;
    private final PollScheduler scheduler;
    private final Runs runs;
    private final ReadingMetrics metrics;
    private final KeepStatement keep;

    /** @param configuration hash of the configuration that is in force, for the row of each run */
    public ReadingModule(Foundation base, EniscopeModule source, String ruleVersion, Supplier<String> configuration) {
        this.source = source;
        Settings settings = base.settings();
        scheduler = new PollScheduler(settings(settings), base.clock(), new IngestionPause(new Sql(base.database()), base.clock()));
        runs = new Runs(ruleVersion, configuration, base.version(), settings.duration("readings.poll.look-back"), base.clock());
        metrics = new ReadingMetrics(base.meters(), base.clock());
        keep = KeepStatement.of(ConfigFile.ofProgram(KEEP).text(), source.fields().extraColumns());
    }

    private static PollSettings settings(Settings settings) {
        List<String> core = Arrays.stream(settings.text("readings.fields.core").split(",")).map(String::strip).filter(code -> !code.isEmpty())
                .toList();
        return new PollSettings(settings.duration("readings.poll.look-back"), settings.duration("readings.poll.delay"),
                settings.duration("readings.poll.wait-for-late"), settings.duration("readings.window.max"),
                settings.duration("readings.window.min"), settings.duration("readings.history"), core,
                settings.duration("readings.retry.delay"), settings.duration("readings.retry.delay-max"),
                settings.duration("readings.dead.retry"));
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("pollDesk", scheduler);
        beans.forRoutes("runs", runs);
        beans.forRoutes("metrics", metrics);
        beans.forRoutes("polls", new Polls(source.normaliser()));
        beans.forCamel(KEEP, keep.text());
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("readings.keep.parameters", keep.parameters());
    }

    public PollScheduler scheduler() {
        return scheduler;
    }

    public Runs runs() {
        return runs;
    }

    public ReadingMetrics metrics() {
        return metrics;
    }
}
