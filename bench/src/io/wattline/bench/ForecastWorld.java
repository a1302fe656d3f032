package io.wattline.bench;

import io.wattline.forecast.method.DaySeries;
import io.wattline.forecast.method.GatewayHistory;
import io.wattline.forecast.method.LateHistory;
import io.wattline.forecast.method.LossHistory;
import io.wattline.forecast.method.Subject;
import io.wattline.forecast.method.TrendSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Gateways, channels, clocks and disks of a year, with faults that announce themselves and faults that do not. */
final class ForecastWorld {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int CHANNELS = 8;
    private static final double SLOTS = 96;
    private static final double HALF_INTERVAL = 450;

    /** Which faults of gateways are planted. */
    enum Faults { ALL, DEGRADATION, SUDDEN }

    private final int gateways;
    private final int days;
    private final Random random;
    final List<GatewayHistory> gatewayDays = new ArrayList<>();
    final List<LossHistory> losses = new ArrayList<>();
    final List<TrendSeries> clocks = new ArrayList<>();
    final List<TrendSeries> levels = new ArrayList<>();
    final List<LateHistory> late = new ArrayList<>();

    ForecastWorld(int gateways, int days, long seed, Faults faults) {
        this.gateways = gateways;
        this.days = days;
        this.random = new Random(seed);
        for (int gateway = 0; gateway < gateways; gateway++) {
            gateway(gateway, faults);
        }
    }

    /** Clocks, disks and late readings besides. */
    ForecastWorld withOthers() {
        for (int i = 0; i < gateways; i++) {
            clocks.add(clock(i));
            levels.add(level(i));
            for (int channel = 0; channel < CHANNELS; channel++) {
                late.add(late(i * CHANNELS + channel, i));
            }
        }
        return this;
    }

    private void gateway(int number, Faults faults) {
        double[] share = new double[days];
        double[] flapping = new double[days];
        double[] lateShare = new double[days];
        double[] gap = new double[days];
        double[][] missing = new double[CHANNELS][days];
        double[] weak = new double[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            weak[channel] = random.nextDouble() < 0.15 ? Math.exp(Math.log(0.01) + 0.8 * random.nextGaussian()) : 0;
        }
        double restless = random.nextDouble() < 0.2 ? 5 : 1;
        int wearFrom = -1;
        int wearDays = 0;
        double curve = 1;
        boolean fatal = false;
        int downUntil = -1;
        for (int day = 0; day < days; day++) {
            if (day < downUntil) {
                share[day] = 0;
                flapping[day] = 1;
                lateShare[day] = Double.NaN;
                gap[day] = 24;
                for (double[] channel : missing) {
                    channel[day] = SLOTS;
                }
                continue;
            }
            if (wearFrom < 0 && faults != Faults.SUDDEN && random.nextDouble() < 1 / 250.0) {
                wearFrom = day;
                wearDays = 6 + random.nextInt(19);
                curve = 0.7 + 1.3 * random.nextDouble();
                fatal = random.nextDouble() < 0.8;
            }
            if (wearFrom >= 0 && day >= wearFrom + wearDays) {
                wearFrom = -1;
                if (fatal) {
                    downUntil = day + 1 + random.nextInt(5);
                    day--;
                    continue;
                }
            }
            if (faults != Faults.DEGRADATION && random.nextDouble() < 1 / 400.0) {
                wearFrom = -1;
                downUntil = day + 1 + random.nextInt(3);
                day--;
                continue;
            }
            double wear = wearFrom < 0 ? 0 : Math.pow((day - wearFrom + 1.0) / wearDays, curve);
            boolean blip = random.nextDouble() < 0.02;
            boolean slow = random.nextDouble() < 0.03;
            double flap = Math.min(1, 0.9 * wear * (0.6 + 0.8 * random.nextDouble()));
            double lost = 0;
            int flapped = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                double slots = random.nextDouble() < 0.01 * restless ? 1 + random.nextInt(8) : 0;
                weak[channel] *= weak[channel] == 0 || random.nextDouble() > 0.02 ? 1
                        : Math.exp(0.7 * random.nextGaussian());
                slots += SLOTS * weak[channel] * 2 * random.nextDouble();
                slots += blip ? 2 + random.nextInt(10) : 0;
                slots += random.nextDouble() < flap ? Math.max(0, SLOTS * 0.4 * wear * (0.4 + random.nextDouble())) : 0;
                missing[channel][day] = Math.min(SLOTS, Math.floor(slots));
                lost += missing[channel][day];
                flapped += missing[channel][day] >= 2 ? 1 : 0;
            }
            double delayed = Math.min(0.95, (slow ? 0.1 + 0.5 * random.nextDouble() : 0.01 * random.nextDouble())
                    + 0.5 * wear * (0.5 + random.nextDouble()));
            share[day] = (1 - lost / (SLOTS * CHANNELS)) * (1 - delayed);
            flapping[day] = flapped / (double) CHANNELS;
            lateShare[day] = delayed;
            gap[day] = lost / CHANNELS / 4 * (0.5 + 0.5 * random.nextDouble());
        }
        String key = String.valueOf(number);
        gatewayDays.add(new GatewayHistory(new Subject("gateway:" + key, "gateway " + key, null, key),
                new DaySeries(FIRST, share), new DaySeries(FIRST, flapping), new DaySeries(FIRST, lateShare),
                new DaySeries(FIRST, gap)));
        double[] whole = new double[days];
        for (int channel = 0; channel < CHANNELS; channel++) {
            losses.add(new LossHistory(new Subject("channel:" + (number * CHANNELS + channel), "channel", null, key),
                    constant(SLOTS), new DaySeries(FIRST, missing[channel])));
            for (int day = 0; day < days; day++) {
                whole[day] += missing[channel][day];
            }
        }
        losses.add(new LossHistory(new Subject("site:" + key, "site", null, key), constant(SLOTS * CHANNELS),
                new DaySeries(FIRST, whole)));
    }

    private DaySeries constant(double value) {
        double[] values = new double[days];
        Arrays.fill(values, value);
        return new DaySeries(FIRST, values);
    }

    /** Half of the clocks run away, at a rate that changes slowly; somebody sets them some days after they are off. */
    private TrendSeries clock(int number) {
        double[] offsets = new double[days];
        double rate = number % 2 == 0 ? 2 + 18 * random.nextDouble() : 0;
        double offset = 0;
        int until = -1;
        for (int day = 0; day < days; day++) {
            rate = rate == 0 ? 0 : Math.max(1, rate + 0.3 * random.nextGaussian());
            offset += rate + 0.5 * random.nextGaussian() * Math.signum(rate);
            boolean set = day == until || random.nextDouble() < 1 / 250.0;
            if (set) {
                offset = 0;
                until = -1;
            }
            double folded = offset % (2 * HALF_INTERVAL);
            offsets[day] = Math.abs(folded > HALF_INTERVAL ? 2 * HALF_INTERVAL - folded : folded);
            until = until < 0 && offset >= 0.9 * HALF_INTERVAL ? day + 3 + random.nextInt(8) : until;
        }
        return new TrendSeries(new Subject("clock:" + number, "gateway " + number, null, String.valueOf(number)),
                new DaySeries(FIRST, offsets), 0.9 * HALF_INTERVAL, "s", 1,
                "The clock of gateway " + number + " is off");
    }

    /** A disk or database of 100 GB that grows, is cleaned up now and then, and emptied some days after it is full. */
    private TrendSeries level(int number) {
        double[] used = new double[days];
        double growth = Math.exp(Math.log(0.4) + 0.9 * random.nextGaussian());
        double level = 20 + 50 * random.nextDouble();
        int until = -1;
        for (int day = 0; day < days; day++) {
            growth *= random.nextDouble() < 0.01 ? 0.5 + 1.5 * random.nextDouble() : 1;
            boolean weekend = (day + number) % 7 < 2;
            level += growth * (weekend ? 0.4 : 1.2) * (0.7 + 0.6 * random.nextDouble());
            if (day == until || random.nextDouble() < 1 / 120.0) {
                level *= 0.4 + 0.3 * random.nextDouble();
                until = -1;
            }
            level = Math.min(100, level);
            used[day] = level;
            until = until < 0 && level >= 95 ? day + 1 + random.nextInt(5) : until;
        }
        return new TrendSeries(new Subject("disk" + number, "Disk " + number, null, String.valueOf(number)),
                new DaySeries(FIRST, used), 95, "GB", 1, "Disk " + number + " is full");
    }

    /** Most channels are in time; some get slower for weeks; some gateways store and send later now and then. */
    private LateHistory late(int number, int gateway) {
        double[] seconds = new double[days];
        double lookBack = 7200;
        boolean bursts = gateway % 10 == 3;
        int slowFrom = -1;
        int slowDays = 0;
        for (int day = 0; day < days; day++) {
            if (slowFrom < 0 && random.nextDouble() < 1 / 300.0) {
                slowFrom = day;
                slowDays = 14 + random.nextInt(30);
            }
            slowFrom = slowFrom >= 0 && day >= slowFrom + slowDays ? -1 : slowFrom;
            double slow = slowFrom < 0 ? 0 : 10_800.0 * (day - slowFrom + 1) / slowDays;
            double usual = random.nextDouble() < 0.05 ? 1800 + 600 * random.nextDouble() : 0;
            double burst = bursts && random.nextDouble() < 0.1 || random.nextDouble() < 0.001
                    ? 10_000 + 30_000 * random.nextDouble() : 0;
            seconds[day] = Math.max(usual, Math.max(burst, slow * (0.5 + 0.7 * random.nextDouble())));
        }
        return new LateHistory(new Subject("channel:" + number, "channel " + number, null, String.valueOf(gateway)),
                new DaySeries(FIRST, seconds), lookBack);
    }

    /** Open windows by hour: jobs of some hundred windows, read at a rate that changes, with hours of outage. */
    List<Double> backlog(int number) {
        List<Double> hours = new ArrayList<>();
        Random own = new Random(number * 31L + 5);
        double open = 0;
        double rate = 20;
        int outage = 0;
        for (int hour = 0; hour < days * 24; hour++) {
            open += own.nextDouble() < 1 / 150.0 ? Math.exp(4.5 + 1.6 * own.nextDouble()) : 0;
            rate = Math.max(2, rate + 0.1 * (20 - rate) + 4 * own.nextGaussian());
            outage = outage > 0 ? outage - 1 : own.nextDouble() < 0.01 ? 1 + own.nextInt(10) : 0;
            open = Math.max(0, open - (outage > 0 ? 0 : rate * (0.6 + 0.8 * own.nextDouble())));
            hours.add(Math.floor(open));
        }
        return hours;
    }
}
