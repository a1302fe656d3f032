package io.wattline.reading;

import io.wattline.channel.RequestedChannels;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.settings.ConfigFile;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Readings: polled when they are due, and kept. */
public final class ReadingModule implements FeatureModule {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingModule.class);
    /**
     * The statement that keeps readings, completed with the columns of {@code config/fields.yaml}; routes name it like
     * the file.
     */
    private static final String KEEP = "db/sql/readings-keep.sql";

    private final Foundation base;
    private final SourceFormat format;
    private final List<ExtraColumn> extraColumns;
    private final PollSettings settings;
    private final SyncWatch syncWatch = new SyncWatch();
    private final IngestionPause pause;
    private final PollScheduler scheduler;
    private final Runs runs;
    private final ReadingMetrics metrics;
    private final KeepStatement keep;

    /** @param configuration hash of the configuration that is in force, for the row of each run */
    public ReadingModule(
            Foundation base,
            SourceFormat format,
            List<ExtraColumn> extraColumns,
            String ruleVersion,
            Supplier<String> configuration) {
        this.base = base;
        this.format = format;
        this.extraColumns = extraColumns;
        settings = base.settings().of(PollSettings.class);
        pause = new IngestionPause(new Sql(base.database()), base.clock());
        scheduler = new PollScheduler(settings, base.clock(), pause);
        runs = new Runs(ruleVersion, configuration, base.version(), settings, syncWatch, base.clock());
        metrics = new ReadingMetrics(base.meters(), base.clock());
        keep = KeepStatement.of(ConfigFile.ofProgram(KEEP).text(), extraColumns);
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("pollScheduler", scheduler);
        beans.forRoutes("pollSteps", new PollSteps(format, syncWatch, base.clock()));
        beans.forRoutes("pollFields", new PollFields());
        beans.forRoutes("fetchSteps", new FetchSteps());
        beans.forRoutes("batches", new Batches(settings.batchSize(), extraColumns, format, base.clock()));
        beans.forRoutes("runs", runs);
        beans.forRoutes("metrics", metrics);
        beans.forCamel("ingestionPause", pause);
        beans.forCamel(KEEP, keep.text());
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("readings.keep.parameters", keep.parameters());
    }

    @Override
    public void open(CamelContext context) {
        endKilledRuns();
    }

    private void endKilledRuns() {
        Sql sql = new Sql(base.database());
        List<Long> killed =
                sql.all(NamedSql.file("runs-killed"), Map.of("now", base.clock().instant()), row -> row.getLong(1));
        if (!killed.isEmpty()) {
            LOG.info("Ended {} run(s) of a process that was killed: {}", killed.size(), killed);
        }
    }

    /** Reads once what is due or requested; returns when all polls have ended. */
    public SyncResult sync(ProducerTemplate routes, SyncRequest request, Consumer<SyncProgress> progress) {
        endKilledRuns();
        Sync.SyncRoutes entries = new Sync.SyncRoutes() {
            @Override
            public void metadata() {
                routes.requestBody("direct:eniscope-metadata", (Object) null);
                RequestedChannels.require(new Sql(base.database()), request.channelIds().toArray(Integer[]::new));
            }

            @Override
            public void poll(SyncRequest wanted) {
                routes.requestBody("direct:poll-due", wanted);
            }
        };
        return new Sync(entries, new SyncStatements(base.database()), syncWatch, scheduler, settings,
                base.settings().of(SyncSettings.class), base.clock()).run(request, progress);
    }

    /** The control of operators. */
    public IngestionOperations control(ProducerTemplate routes) {
        return new IngestionControl(scheduler, pause, () -> routes.sendBody("direct:poll-due", null));
    }

    /** How channels are polled. */
    public PollSettings settings() {
        return settings;
    }

    public IngestionPause pause() {
        return pause;
    }

    public PollScheduler scheduler() {
        return scheduler;
    }

    public ReadingMetrics metrics() {
        return metrics;
    }
}
