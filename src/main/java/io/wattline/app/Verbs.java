package io.wattline.app;

import io.wattline.alert.AlertRow;
import io.wattline.backfill.BackfillJob;
import io.wattline.backfill.BackfillWatch;
import io.wattline.backfill.Backfills;
import io.wattline.deadletter.DeadLetters;
import io.wattline.deadletter.Replay;
import io.wattline.discovery.Discovered;
import io.wattline.estimation.EstimationReport;
import io.wattline.estimation.EstimationRun;
import io.wattline.quality.CheckReport;
import io.wattline.quality.CheckRequest;
import io.wattline.reading.SyncRequest;
import io.wattline.reconciliation.Reconciliations;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.camel.ProducerTemplate;

/** What a service does once when somebody asks for it: each verb of the command line goes the way that the timers go. */
abstract class Verbs implements Service {

    /** How often workers are looked after that no timer looks after. */
    private static final Duration BACKFILL_LOOK = Duration.ofSeconds(1);

    /** The beans of the service. */
    abstract Wiring wiring();

    /** The way to its routes. */
    abstract ProducerTemplate template();

    @Override
    public SyncResult sync(SyncRequest request, Consumer<Progress> progress) {
        return new Sync(template(), wiring().ground.database(), wiring().runs, wiring().pollDesk, wiring().ground.settings(), wiring().ground.clock()).run(request, progress);
    }

    @Override
    public Replay replay() {
        DeadLetters letters = new DeadLetters(wiring().ground.database());
        return letter -> {
            template().requestBody("direct:dead-letters-replay", letter.payload());
            return letters.outcome(letter.id());
        };
    }

    @Override
    public Backfills backfills() {
        return (Backfills) wiring().beans().get("backfills");
    }

    @Override
    public Reconciliations reconciliations() {
        return (Reconciliations) wiring().beans().get("reconciliations");
    }

    @Override
    public BackfillJob backfill(long jobId, Consumer<BackfillJob> progress, BooleanSupplier stop) {
        return new BackfillWatch(backfills(), job -> template().sendBody("direct:backfill-begin", job), BACKFILL_LOOK).await(jobId, progress, stop);
    }

    @Override
    public CheckReport validate(CheckRequest request) {
        return template().requestBody("direct:quality-validate", request, CheckReport.class);
    }

    @Override
    public Discovered discover(Consumer<Progress> progress) {
        BiConsumer<Integer, Integer> listener = (done, known) -> progress.accept(new Progress(done, known, "endpoints"));
        return template().requestBodyAndHeader("direct:discovery-run", null, "progress", listener, Discovered.class);
    }

    @Override
    public void askOffers(Consumer<Progress> progress) {
        BiConsumer<Integer, Integer> listener = (done, known) -> progress.accept(new Progress(done, known, "channels"));
        template().requestBodyAndHeader("direct:discovery-offers", null, "progress", listener);
    }

    @Override
    public EstimationReport estimate(List<Integer> channelIds, boolean dryRun, Consumer<Progress> progress) {
        EstimationRun run = EstimationRun.asked(channelIds, dryRun, (done, of) -> progress.accept(new Progress(done, of, "gaps")));
        return template().requestBodyAndHeader("direct:estimation-run", null, "estimationRun", run, EstimationReport.class);
    }

    @Override
    public List<AlertRow> checkAlerts() {
        return AlertBeans.check(template(), wiring()).now();
    }

    @Override
    public void testAlert(String channel) {
        AlertBeans.check(template(), wiring()).test(channel);
    }
}
