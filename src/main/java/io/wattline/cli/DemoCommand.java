package io.wattline.cli;

import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.lab.demo.DemoLedger;
import io.wattline.lab.demo.DemoSettings;
import io.wattline.lab.demo.DemoStage;
import io.wattline.lab.demo.DemoTallies;
import io.wattline.lab.demo.ScaledClock;
import io.wattline.lab.demo.Simulation;
import io.wattline.reading.Interval;
import io.wattline.reading.PollSettings;
import io.wattline.settings.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the demo. */
@Command(name = "demo", description = "Runs everything on this machine: an embedded PostgreSQL, a simulated Eniscope "
        + "API with faults, catchers for mail and webhooks."
        + " Its database is kept in data/demo, and the next demo continues with it.")
final class DemoCommand extends Verb {

    /** At this speed, 15 minutes pass in 0.25 s. At a higher one, each poll would find hours of readings. */
    private static final double SPEED_MAX = 3600;

    @Option(names = "--for", paramLabel = "TIME", converter = DurationConverter.class, description = "Stop after this "
            + "time, such as 60s or 5m (default: on Ctrl-C).")
    private Duration length;

    @Option(names = "--speed", paramLabel = "N", description = "Run the demo's clock N times as fast (default: "
            + "demo.speed).")
    private Double speed;

    @Option(names = "--fresh", description = "Delete the database of earlier demos first.")
    private boolean fresh;

    DemoCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Settings settings = context().settings("demo", List.of());
        double timesAsFast = speed == null ? settings.of(DemoSettings.class).speed() : speed;
        if (!(timesAsFast > 0 && timesAsFast <= SPEED_MAX)) {
            throw wrongUsage("the speed is " + timesAsFast + "; allowed: a number above 0, at most " + (int) SPEED_MAX
                    + " (--speed, or demo.speed in config/application-demo.properties)");
        }
        terminal().line("Wattline " + Version.text() + " demo: starting PostgreSQL ...");
        try (StopSignal signal = new StopSignal(); DemoStage stage = DemoStage.set(settings, fresh)) {
            Settings staged = context().hidden(settings.with(stage.overrides()));
            ScaledClock clock =
                    new ScaledClock(DemoTallies.resume(stage.database().dataSource(), Instant.now()), timesAsFast);
            return run(staged, stage, clock, signal);
        }
    }

    private int run(Settings staged, DemoStage stage, ScaledClock clock, StopSignal signal)
            throws SQLException, InterruptedException {
        try (Simulation simulation = context().launcher().simulate(staged, clock)) {
            Settings settings =
                    staged.with(Map.of("eniscope.api.url", simulation.url())).require(WattlineSettings.GROUPS);
            DemoScreen screen = new DemoScreen(terminal(), stage, clock);
            if (signal.isAsked()) {
                return DONE;
            }
            screen.introduce(settings);
            try (Service service = context().launcher().start(settings, clock, RunMode.TIMERS)) {
                screen.watch(
                        new DemoTallies(stage.database().dataSource(), backFill(settings, clock)),
                        simulation,
                        signal,
                        length);
            }
            Instant begin = backFill(settings, clock).start();
            screen.summarize(DemoLedger.take(stage.database().dataSource(), begin, clock.instant()));
        }
        return DONE;
    }

    /** The span from the start of the history to the cursor of a channel without faults. */
    private static Interval backFill(Settings settings, ScaledClock clock) {
        PollSettings polls = settings.of(PollSettings.class);
        Duration rest = polls.waitForLate().plus(polls.lookBack());
        Instant start = clock.start().minus(polls.history());
        Instant end = clock.start().minus(rest);
        return new Interval(start, end.isAfter(start) ? end : start.plusSeconds(1));
    }
}
