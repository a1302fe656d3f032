package io.wattline.lab.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An installation: what is where, and the seed of everything that chance decides. The same plant measures the same
 * values for ever.
 *
 * @param sites    the parent first
 * @param devices  gateways and meters
 * @param channels in the order of the lists
 * @param seed     of noise and faults
 */
public record Plant(
        List<Site> sites,
        List<Device> devices,
        List<PlantMeter> meters,
        List<PlantChannel> channels,
        long seed,
        Map<Integer, PlantChannel> byId,
        Map<Fault, PlantChannel> struck) {

    static Plant of(
            List<Site> sites, List<Device> devices, List<PlantMeter> meters, List<PlantChannel> channels, long seed) {
        Map<Integer, PlantChannel> byId =
                channels.stream().collect(Collectors.toUnmodifiableMap(PlantChannel::channelId, Function.identity()));
        return new Plant(
                List.copyOf(sites),
                List.copyOf(devices),
                List.copyOf(meters),
                List.copyOf(channels),
                seed,
                byId,
                struck(channels));
    }

    /**
     * The installation of the demo: 3 sites, 17 devices, 20 channels of which 3 are dead. One channel is hourly, one is
     * installed in mid-January 2026.
     */
    public static Plant installation(long seed) {
        return installation(seed, Instant.parse("2026-01-15T10:30:00Z"));
    }

    /** The same, with the time at which the newest channel is installed. */
    public static Plant installation(long seed, Instant newest) {
        return Installation.installation(seed, newest);
    }

    /**
     * So many live three-phase channels with 25 fields, each of a meter of its own, twenty meters to a gateway: for
     * benchmarks.
     */
    public static Plant of(int channels, long seed) {
        return of(channels, seed, 25);
    }

    /** The same with so many fields, 1 to 28, in the order of {@link SimulatedField}. */
    public static Plant of(int channels, long seed, int fields) {
        return Installation.uniform(channels, seed, fields);
    }

    /** The channel of that id, or null. */
    public PlantChannel channel(int channelId) {
        return byId.get(channelId);
    }

    /**
     * The channel that a fault of kind {@link FaultKind#ONE_CHANNEL} strikes: each another one, if there are enough;
     * null for other faults.
     */
    public PlantChannel struckBy(Fault fault) {
        return struck.get(fault);
    }

    private static Map<Fault, PlantChannel> struck(List<PlantChannel> channels) {
        List<PlantChannel> live = channels.stream().filter(channel -> !channel.dead()).toList();
        List<Fault> faults = java.util.Arrays.stream(Fault.values())
                .filter(fault -> fault.kind() == FaultKind.ONE_CHANNEL)
                .toList();
        return live.isEmpty() ? Map.of() : faults.stream().collect(Collectors.toUnmodifiableMap(Function.identity(),
                fault -> live.get(live.size() - 1 - faults.indexOf(fault) % live.size())));
    }
}
