package io.wattline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The whole pipeline side by side with COPY of the same rows. A first round is not counted: it makes the rows for COPY,
 * and measures the heap.
 */
@Command(name = "bench/run", mixinStandardHelpOptions = true, description = "Measures the pipeline side by side with "
        + "COPY.")
public final class Bench implements Callable<Integer> {

    private static final String TEMPLATE = "migrated";
    private static final String FIRST = "first";

    @Option(names = "--days", defaultValue = "365", description = "of history; default ${DEFAULT-VALUE}")
    private int days;
    @Option(names = "--channels", defaultValue = "20", description = "default ${DEFAULT-VALUE}")
    private int channels;
    @Option(names = "--fields", defaultValue = "25", description = "values of each reading; default ${DEFAULT-VALUE}")
    private int fields;
    @Option(names = "--rounds", defaultValue = "3", description = "of COPY "
            + "and pipeline each; 0 = only the heap; default ${DEFAULT-VALUE}")
    private int rounds;
    @Option(names = "--seed", defaultValue = "1", description = "of the values; default ${DEFAULT-VALUE}")
    private long seed;
    @Option(names = "--copy-format", defaultValue = "text", description = "text (default) or binary")
    private String copyFormat;
    @Option(names = "--project", hidden = true, required = true)
    private Path project;
    @Option(names = "--work", hidden = true, required = true)
    private Path work;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Postgres postgres = Postgres.start(work.resolve("postgres"));
                Source source = Source.start(project.resolve("target/wattline.jar"), channels, fields, seed, work)) {
            Pipeline pipeline = new Pipeline(project, work, postgres, source, days);
            postgres.create(TEMPLATE, null);
            pipeline.migrate(TEMPLATE);
            Report report = new Report(System.out);
            report.machine(postgres.description());
            postgres.create(FIRST, TEMPLATE);
            report.heap(days, pipeline.heapMib(FIRST));
            Copy copy = Copy.render(postgres, FIRST, copyFormat, work.resolve("rows"));
            report.rows(postgres.text(
                    FIRST,
                    "select count(*) || ' rows, ' || coalesce(sum(num_nonnulls(" + values(postgres)
                            + ")), 0) || ' values' from readings"));
            // COPY needs the channels, which each row must name
            postgres.execute(FIRST, "truncate readings");
            report.summary(measure(postgres, pipeline, copy, report));
        }
        return 0;
    }

    private List<Outcome[]> measure(Postgres postgres, Pipeline pipeline, Copy copy, Report report) throws Exception {
        List<Outcome[]> outcomes = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            boolean copyFirst = round % 2 == 1;
            Outcome[] both = new Outcome[2];
            for (int turn = 0; turn < 2; turn++) {
                boolean isCopy = copyFirst == (turn == 0);
                postgres.create("round", isCopy ? FIRST : TEMPLATE);
                postgres.settle();
                both[isCopy ? 0 : 1] = isCopy ? copy.into("round") : pipeline.into("round", "sync");
                postgres.drop("round");
            }
            report.round(round, both[0], both[1]);
            outcomes.add(both);
        }
        return outcomes;
    }

    private static String values(Postgres postgres) throws Exception {
        return postgres.text(
                FIRST,
                """
                select string_agg(quote_ident(attname), ', ')
                  from pg_attribute where attrelid = 'readings'::regclass and attnum > 0 and not attisdropped
                  and attgenerated = '' and atttypid = 'float8'::regtype""");
    }
}
