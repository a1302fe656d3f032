package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.database.Sql;
import io.wattline.lab.demo.RecordedDay;
import io.wattline.lab.demo.TrialStage;
import io.wattline.quality.CheckRequest;
import io.wattline.reading.SyncRequest;
import io.wattline.routes.Complaint;
import io.wattline.routes.DiscardingComponent;
import io.wattline.routes.RouteCheck;
import io.wattline.routes.SchemaComparison;
import io.wattline.routes.Trial;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tries routes out: runs the recorded day through the present routes and through the edited ones, each into a schema
 * of its own.
 */
final class RouteTrial {

    private static final int STEPS = 13;
    private static final int DAYS = 2;

    private final Settings settings;
    private final TrialStage stage;
    private final Consumer<Progress> progress;
    private final List<String> failures = new ArrayList<>();
    private int done;

    private RouteTrial(Settings settings, TrialStage stage, Consumer<Progress> progress) {
        this.settings = settings;
        this.stage = stage;
        this.progress = progress;
    }

    /** @param url of a database in which two schemas may be made; null starts one for the trial */
    static Trial run(
            Settings settings,
            Map<Path, String> before,
            Map<Path, String> after,
            String url,
            Consumer<Progress> progress) {
        List<Complaint> complaints = RouteChecks.complaints(settings, after);
        if (!complaints.isEmpty()) {
            return new Trial(complaints, List.of(), List.of());
        }
        progress.accept(new Progress(0, STEPS, "a database"));
        try (TrialStage stage = TrialStage.set(url)) {
            return new RouteTrial(settings, stage, progress).run(before, after);
        }
    }

    private Trial run(Map<Path, String> before, Map<Path, String> after) {
        String suffix = "_" + Long.toString(System.nanoTime(), 36);
        String asItIs = "wattline_as_it_is" + suffix;
        String edited = "wattline_edited" + suffix;
        try (HikariDataSource database =
                Database.open(DatabaseUrl.parse(stage.url("public")), 2, Duration.ofSeconds(30), "wattline-trial")) {
            try {
                live("as it is", asItIs, before);
                live("edited", edited, after);
                say("rows of both sides");
                return new Trial(
                        List.of(), failures, new SchemaComparison(new Sql(database), asItIs, edited).compare());
            } finally {
                Database.dropSchema(database, asItIs);
                Database.dropSchema(database, edited);
            }
        }
    }

    /** Runs the day through the routes of one side. Failures are part of the result. */
    private void live(String side, String schema, Map<Path, String> routes) {
        try (RecordedDay day = new RecordedDay()) {
            Map<String, String> overrides = new HashMap<>(day.overrides());
            overrides.putAll(stage.side(schema, routes));
            Settings own = settings.with(overrides);
            say(side + ": schema");
            ServiceLauncher launcher = new ServiceLauncher();
            try (HikariDataSource database = launcher.openDatabase(own)) {
                launcher.migrate(own, database);
            }
            try (RunningService service = RunningService.start(
                    own, day.clock(), launcher.openDatabase(own), RunMode.ONCE, DiscardingComponent.components())) {
                live(side, service, day);
            }
        } catch (RuntimeException e) {
            failures.add(side + ": " + RouteCheck.reason(e));
        }
    }

    private void live(String side, RunningService service, RecordedDay day) {
        SyncRequest due = new SyncRequest(null, List.of(), null);
        say(side + ": the day");
        service.sync(due, nothing -> { });
        service.template().requestBody("direct:gaps-find", (Object) null);
        day.goOn();
        say(side + ": late readings");
        service.sync(due, nothing -> { });
        service.template().requestBody("direct:gaps-find", (Object) null);
        say(side + ": quality");
        service.validate(new CheckRequest(DAYS, List.of()));
        say(side + ": estimates");
        service.estimate(List.of(), false, nothing -> { });
        say(side + ": alerts");
        service.checkAlerts();
    }

    private void say(String what) {
        progress.accept(new Progress(++done, STEPS, what));
    }
}
