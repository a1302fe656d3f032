package io.wattline.lab.simulator;

import java.util.function.IntToDoubleFunction;

/**
 * The shape of a week in 672 quarter hours, and the register that a load of this shape turns. The register is a closed
 * formula of time, so energy of any interval is the difference of two registers: intervals add up exactly, and nothing
 * has to be summed.
 */
final class Profile {

    /** Monday 00:00; registers stand at zero then. Nothing is installed earlier. */
    static final long ORIGIN = 1641168000L;
    private static final int QUARTER = 900;
    private static final int QUARTERS = 672;

    /** A works: busy on weekdays from 7 to 18, a base load at night, little at weekends. */
    static final Profile WORKS = new Profile(quarter -> 0.4 + (quarter / 96 < 5 ? 1.3 : 0.3) * bell(quarter, 6, 19));
    /** The sun: nothing from 18 to 6. */
    static final Profile SUN = new Profile(quarter -> 1.8 * bell(quarter, 6, 18));
    /** Always the same. */
    static final Profile FLAT = new Profile(quarter -> 1);

    private final int[] weight = new int[QUARTERS];
    private final long[] before = new long[QUARTERS + 1];

    private Profile(IntToDoubleFunction shape) {
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            weight[quarter] = (int) Math.round(1000 * shape.applyAsDouble(quarter));
            before[quarter + 1] = before[quarter] + weight[quarter];
        }
    }

    private static double bell(int quarter, int fromHour, int toHour) {
        double hour = (quarter % 96) / 4.0;
        return hour <= fromHour || hour >= toHour ? 0 : Math.sin(Math.PI * (hour - fromHour) / (toHour - fromHour));
    }

    /**
     * The register at {@code time} (Unix seconds of the site's standard time) in mWh. It never falls.
     *
     * @param watts the load where the shape is 1; a multiple of 4
     * @param seed  of the noise
     */
    long register(long time, long watts, long seed) {
        long since = time - ORIGIN;
        long quarter = Math.floorDiv(since, QUARTER);
        long rest = since - quarter * QUARTER;
        long register = boundary(quarter, watts, seed);
        return rest == 0 ? register : register + (boundary(quarter + 1, watts, seed) - register) * rest / QUARTER;
    }

    private long boundary(long quarter, long watts, long seed) {
        long week = Math.floorDiv(quarter, QUARTERS);
        int inWeek = (int) (quarter - week * QUARTERS);
        long regular = (watts >> 2) * (week * before[QUARTERS] + before[inWeek]);
        // At most a quarter of the smaller neighbour: two such steps cannot turn a quarter hour's energy negative.
        long room = (watts >> 4) * Math.min(weight[inWeek], weight[inWeek == 0 ? QUARTERS - 1 : inWeek - 1]);
        return regular + (Hash.of(seed, quarter) >>> 40) * room / (1 << 24);
    }
}
