package io.wattline.lab.demo;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.Simulator;
import io.wattline.lab.simulator.SimulatorSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The simulated source of a demo. While the history is filled it has the faults of any working day; then it goes
 * through a round of trouble, again and again, slowly enough for a person to see each begin and end.
 */
public final class DemoSource implements Simulation {

    /** Any number would do; with this one the demo shows what the README says. */
    private static final long SEED = 1;
    private static final Duration ROUND = Duration.ofSeconds(60);

    /** Permanent faults: data, the form of responses, sessions, and now and then a request that fails. */
    private static final Set<Fault> DAILY = EnumSet.of(
            Fault.TOKEN_EXPIRES,
            Fault.TOKEN_RENEWED,
            Fault.IDLE_NOISE,
            Fault.FIELD_MISSING,
            Fault.TOO_MANY_REQUESTS_RETRY_AFTER,
            Fault.SERVER_ERROR,
            Fault.HTML_WITH_200,
            Fault.CUT_OFF_BODY,
            Fault.CONNECTION_RESET,
            Fault.NULL_BINS,
            Fault.GATEWAY_GAP,
            Fault.CATCH_UP_ENERGY,
            Fault.LATE_DATA,
            Fault.CORRECTED_HISTORY,
            Fault.BAD_VALUES,
            Fault.WINDOW_TOO_LONG,
            Fault.UNSORTED,
            Fault.DOUBLED_RECORDS,
            Fault.NUMBERS_AS_STRINGS,
            Fault.UNKNOWN_FIELD,
            Fault.OTHER_UNITS,
            Fault.WRONG_CONTENT_TYPE,
            Fault.OPERATING_HOURS_LIST);

    private record Act(Duration at, String text, List<Fault> on, List<Fault> off, double share) {
    }

    private static final double SHARE = 0.01;
    private static final List<Act> ACTS = List.of(
            new Act(
                    Duration.ofSeconds(4),
                    "the source fails: every request is answered with an error",
                    List.of(),
                    List.of(),
                    1),
            new Act(Duration.ofSeconds(9), "the source answers again", List.of(), List.of(), SHARE),
            new Act(
                    Duration.ofSeconds(17),
                    "one channel's subscription ends, another sends a unit that nobody knows",
                    List.of(Fault.SUBSCRIPTION_ENDED, Fault.UNKNOWN_UNIT),
                    List.of(),
                    SHARE),
            new Act(
                    Duration.ofSeconds(23),
                    "both are mended",
                    List.of(),
                    List.of(Fault.SUBSCRIPTION_ENDED, Fault.UNKNOWN_UNIT),
                    SHARE));

    private final Simulator simulator;
    private long played;

    private DemoSource(Simulator simulator) {
        this.simulator = simulator;
    }

    public static DemoSource start(SimulatorSettings.Credentials credentials, Clock clock) {
        return new DemoSource(Simulator.start(SimulatorSettings.of(Plant.installation(SEED), clock)
                .withFaults(DAILY)
                .withShare(SHARE)
                .withCredentials(credentials)
                .withTokenUses(200)));
    }

    @Override
    public String url() {
        return simulator.url();
    }

    /** Plays what is due by now and says it. */
    @Override
    public List<String> act(Duration sinceFilled) {
        List<String> news = new ArrayList<>();
        while (due(played).compareTo(sinceFilled) <= 0) {
            Act act = ACTS.get((int) (played % ACTS.size()));
            simulator
                    .faults()
                    .on(act.on().toArray(Fault[]::new))
                    .off(act.off().toArray(Fault[]::new))
                    .share(act.share());
            news.add(act.text());
            played++;
        }
        return news;
    }

    private static Duration due(long act) {
        return ROUND.multipliedBy(act / ACTS.size()).plus(ACTS.get((int) (act % ACTS.size())).at());
    }

    @Override
    public void close() {
        simulator.close();
    }
}
