package io.wattline.lab.simulator;

/**
 * What a channel measures over an interval if nothing goes wrong: a pure function of both. Counters are differences of
 * registers. P is the mean of samples, so E / (P x h) is 0.999 to 1.001; the system's P is the sum of the phases, its V
 * and I are their means; S = V x I x phases; PF = P / S; Q completes P to S.
 */
final class Load {

    private static final int E = SimulatedField.E.ordinal();
    private static final int P = SimulatedField.P.ordinal();
    private static final int V = SimulatedField.V.ordinal();
    private static final int I = SimulatedField.I.ordinal();
    private static final int PF = SimulatedField.PF.ordinal();

    private static final SimulatedField[] STILL = {
        SimulatedField.Q, SimulatedField.S, SimulatedField.IN, SimulatedField.RE, SimulatedField.P_MAX
    };

    private Load() {
    }

    /** Fills in the values over {@code start} to {@code end} (exclusive), Unix seconds. */
    static void measure(PlantChannel channel, long start, long end, Bin bin) {
        bin.clear();
        if (channel.meter().recorded() != null) {
            channel.meter().recorded().read(start, bin);
            return;
        }
        bin.empty = false;
        switch (channel.meter().device().type()) {
            case CLIMATE -> climate(channel, start, bin.micros);
            case BIDIRECTIONAL -> generator(channel.meter(), start, end, bin.micros);
            default -> consumer(channel, start, end, bin.micros);
        }
    }

    /** What a channel counts while its load stands still; half of the slots are true zeros. */
    static void idle(PlantChannel channel, long start, Bin bin) {
        long draw = Hash.of(channel.meter().seed(), start + 5);
        long energy = (draw & 1) == 0 ? 0 : 1 + Hash.below(draw, 30_000);
        for (int offset = 0; offset <= 3; offset++) {
            bin.micros[E + offset] = offset == 0 ? energy : energy / 3;
            bin.micros[P + offset] = 0;
            bin.micros[I + offset] = 0;
        }
        for (SimulatedField field : STILL) {
            bin.micros[field.ordinal()] = 0;
        }
    }

    private static void consumer(PlantChannel channel, long start, long end, long[] micros) {
        PlantMeter meter = channel.meter();
        if (channel.phase() > 0 || meter.phases() == 1) {
            phase(meter, Math.max(0, channel.phase() - 1), 0, start, end, micros);
            Electric.complete(1, micros);
        } else {
            for (int phase = 0; phase < 3; phase++) {
                phase(meter, phase, 1 + phase, start, end, micros);
            }
            Electric.combinePhases(micros);
            Electric.complete(3, micros);
        }
        micros[SimulatedField.RE.ordinal()] =
                Registers.at(channel, SimulatedField.RE, end) - Registers.at(channel, SimulatedField.RE, start);
        Electric.mains(meter, start, micros);
    }

    private static void phase(PlantMeter meter, int phase, int offset, long start, long end, long[] micros) {
        long draw = Hash.of(meter.seed() + 16 + phase, start);
        long energy = Registers.phase(meter, phase, end) - Registers.phase(meter, phase, start);
        micros[E + offset] = energy;
        micros[P + offset] = meanPower(energy, end - start, draw);
        micros[V + offset] = meter.volts() * (980_000 + Hash.part(draw, 16, 40_000)) / 1000 * 1000;
        micros[PF + offset] = 900_000 + Hash.part(draw, 32, 700) * 100;
        micros[I + offset] = Electric.current(micros[P + offset], micros[V + offset], micros[PF + offset]);
    }

    /** Of energy in millionths of Wh; differs from energy over time by less than 0.1 %. To the mW. */
    private static long meanPower(long energy, long seconds, long draw) {
        long milli = energy / 1000 * 3600 / seconds;
        return milli * (1_000_000 + Hash.part(draw, 0, 1800) - 900) / 1_000_000 * 1000;
    }

    private static void generator(PlantMeter meter, long start, long end, long[] micros) {
        long draw = Hash.of(meter.seed() + 16, start);
        micros[E] = Registers.standby(meter, end) - Registers.standby(meter, start);
        micros[SimulatedField.EX.ordinal()] = Registers.exported(meter, end) - Registers.exported(meter, start);
        micros[P] = meanPower(micros[E] - micros[SimulatedField.EX.ordinal()], end - start, draw);
        micros[V] = meter.volts() * (980_000 + Hash.part(draw, 16, 40_000)) / 1000 * 1000;
        micros[I] = Electric.current(Math.abs(micros[P]) / meter.phases(), micros[V], 990_000);
        Electric.complete(meter.phases(), micros);
        Electric.mains(meter, start, micros);
    }

    private static void climate(PlantChannel channel, long start, long[] micros) {
        long draw = Hash.of(channel.meter().seed(), start);
        double day = Math.sin(2 * Math.PI * Math.floorMod(start - 9 * 3600, 86_400) / 86_400.0);
        micros[SimulatedField.T.ordinal()] = Math.round(180 + 60 * day + Hash.part(draw, 0, 10)) * 100_000;
        micros[SimulatedField.RH.ordinal()] = Math.round(480 - 90 * day + Hash.part(draw, 16, 30)) * 100_000;
    }
}
