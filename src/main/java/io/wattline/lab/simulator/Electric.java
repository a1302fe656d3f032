package io.wattline.lab.simulator;

/** How electrical quantities of one bin hang together; all in millionths, in place. */
final class Electric {

    private static final int E = SimulatedField.E.ordinal();
    private static final int P = SimulatedField.P.ordinal();
    private static final int V = SimulatedField.V.ordinal();
    private static final int I = SimulatedField.I.ordinal();

    private Electric() {
    }

    /** The current of a phase, to 0.1 mA. */
    static long current(long power, long volts, long powerFactor) {
        return Math.round(power * 1e10 / ((double) volts * powerFactor)) * 100;
    }

    /** The whole point from its phases: energy and power are sums, voltage and current are means. */
    static void combinePhases(long[] micros) {
        micros[E] = micros[E + 1] + micros[E + 2] + micros[E + 3];
        micros[P] = micros[P + 1] + micros[P + 2] + micros[P + 3];
        micros[V] = (micros[V + 1] + micros[V + 2] + micros[V + 3]) / 3000 * 1000;
        micros[I] = (micros[I + 1] + micros[I + 2] + micros[I + 3]) / 300 * 100;
        long most = Math.max(micros[I + 1], Math.max(micros[I + 2], micros[I + 3]));
        long least = Math.min(micros[I + 1], Math.min(micros[I + 2], micros[I + 3]));
        micros[SimulatedField.IN.ordinal()] = most - least;
    }

    /** Apparent and reactive power and the power factor from P, V and I. */
    static void complete(int phases, long[] micros) {
        double power = micros[P] * 1e-6;
        double apparent = micros[V] * 1e-6 * (micros[I] * 1e-6) * phases;
        micros[SimulatedField.S.ordinal()] = Math.round(apparent * 1e3) * 1000;
        micros[SimulatedField.Q.ordinal()] =
                Math.round(Math.sqrt(Math.max(0, apparent * apparent - power * power)) * 1e3) * 1000;
        micros[SimulatedField.PF.ordinal()] = apparent == 0
                ? 1_000_000
                : Math.max(-10_000, Math.min(10_000, Math.round(power / apparent * 1e4))) * 100;
        micros[SimulatedField.U.ordinal()] = Math.round(micros[V] * 1.7320508e-3) * 1000;
        micros[SimulatedField.P_MAX.ordinal()] = micros[P] / 5000 * 6000;
    }

    /** What does not come from the load: frequency, distortion, the radio link. */
    static void mains(PlantMeter meter, long start, long[] micros) {
        long draw = Hash.of(meter.seed() + 32, start);
        micros[SimulatedField.F.ordinal()] =
                meter.device().site().frequency() * 1_000_000L + (Hash.part(draw, 0, 100) - 50) * 1000;
        micros[SimulatedField.D.ordinal()] = 3_000_000 + Hash.part(draw, 16, 600) * 10_000;
        micros[SimulatedField.THDV.ordinal()] = 1_000_000 + Hash.part(draw, 32, 200) * 10_000;
        micros[SimulatedField.RSSI.ordinal()] = -(55 + Hash.part(draw, 48, 30)) * 1_000_000;
    }
}
