package io.wattline.lab.simulator;

import io.wattline.lab.simulator.SimulatorSettings.Credentials;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine;

/**
 * The simulator as a process of its own; it ends with SIGTERM. Prints its URL first, then what is needed to be let in.
 */
@Command(name = "simulator", mixinStandardHelpOptions = true, description = "A simulated Eniscope API on this machine.")
public final class SimulatorCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "0", description = "0 (default) = any that is free")
    private int port;
    @Option(names = "--channels", description = "so many live three-phase channels; default: the installation of the "
            + "demo, 20 channels of which 3 are dead")
    private Integer channels;
    @Option(names = "--fields", defaultValue = "25", description = "fields of each of --channels; default "
            + "${DEFAULT-VALUE}")
    private int fields;
    @Option(names = "--seed", defaultValue = "1", description = "of noise and faults; default ${DEFAULT-VALUE}")
    private long seed;
    @Option(names = "--faults", defaultValue = "none", description = "none (default), all, "
            + "or names separated by commas")
    private String faults;
    @Option(names = "--share", defaultValue = "0.1", description = "of requests that passing faults strike; default "
            + "${DEFAULT-VALUE}")
    private double share;
    @Option(names = "--now", description = "what the simulator's clock shows at the start, such as "
            + "2026-01-31T00:00:00Z; default: the time")
    private Instant now;
    @Option(names = "--speed", defaultValue = "1", description = "seconds of the simulator's clock in a real second; "
            + "default ${DEFAULT-VALUE}")
    private double speed;
    @Option(names = "--api-key", defaultValue = "demo-key")
    private String apiKey;
    @Option(names = "--email", defaultValue = "demo@example.org")
    private String email;
    @Option(names = "--password", defaultValue = "demo")
    private String password;

    public static void main(String[] args) {
        System.exit(new CommandLine(new SimulatorCommand())
                .setExecutionExceptionHandler((exception, commandLine, result) -> {
                    commandLine.getErr().println(exception.getMessage());
                    return exception instanceof IllegalArgumentException ? 2 : 1;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Simulator simulator = Simulator.start(settings())) {
            System.out.println(simulator.url());
            System.out.println("X-Eniscope-API, e-mail and password are those of --api-key, --email "
                    + "and --password. Faults on: " + simulator.faults().now());
            System.out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private SimulatorSettings settings() {
        Plant plant = channels == null ? Plant.installation(seed) : Plant.of(channels, seed, fields);
        Clock system = Clock.systemUTC();
        Clock clock = now == null && speed == 1
                ? system
                : new FastClock(system, now == null ? system.instant() : now, speed, ZoneOffset.UTC);
        return SimulatorSettings.of(plant, clock).withPort(port).withFaults(FaultNames.parse(faults)).withShare(share)
                .withCredentials(new Credentials(apiKey, email, password));
    }
}
