package io.wattline.forecast.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What was lost in all stretches of {@code length} days so far, by how they began. Losses are in days. */
final class WindowPool {

    /** Losses of a channel cluster: one that lost something today loses more tomorrow. */
    static final int CLASSES = 16;
    private static final int DAYS_BACK = 180;
    private static final int ENOUGH = 40;

    private final double[][] sums = new double[CLASSES][];
    /** By how much the week before lost, whatever the day before. */
    private final double[][] weeks = new double[4][];
    private final double[] all;

    WindowPool(List<LossHistory> members, long today, int length) {
        List<List<Double>> found = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            found.add(new ArrayList<>());
        }
        members.forEach(member -> windows(member, today, length, (riskClass, sum) -> found.get(riskClass).add(sum)));
        for (int i = 0; i < CLASSES; i++) {
            sums[i] = sorted(found.get(i));
        }
        for (int week = 0; week < 4; week++) {
            weeks[week] = sorted(Stream.of(found.get(week), found.get(4 + week), found.get(8 + week),
                    found.get(12 + week)).flatMap(List::stream).toList());
        }
        all = sorted(found.stream().flatMap(List::stream).toList());
    }

    interface Taker {
        void take(int riskClass, double sum);
    }

    /** All whole stretches of a member before {@code today}. */
    static void windows(LossHistory member, long today, int length, Taker taker) {
        long first = Math.max(member.missing().first() + 1, today - DAYS_BACK);
        double sum = 0;
        int known = 0;
        for (long day = first; day < today; day++) {
            double in = member.loss(day);
            sum += Double.isNaN(in) ? 0 : in;
            known += Double.isNaN(in) ? 0 : 1;
            double out = day - length >= first ? member.loss(day - length) : Double.NaN;
            sum -= Double.isNaN(out) ? 0 : out;
            known -= Double.isNaN(out) ? 0 : 1;
            if (known == length) {
                taker.take(beginning(member, day - length + 1), Math.max(0, sum));
            }
        }
    }

    /** Class 0 to 15: how much was lost on the day before, and in the week before. */
    static int beginning(LossHistory member, long day) {
        double yesterday = member.loss(day - 1);
        double week = 0;
        for (long d = day - 7; d < day; d++) {
            double loss = member.loss(d);
            week += Double.isNaN(loss) ? 0 : loss / 7;
        }
        int last = !(yesterday >= 0.005) ? 0 : yesterday < 0.05 ? 1 : yesterday < 0.4 ? 2 : 3;
        return last * 4 + (week < 0.002 ? 0 : week < 0.01 ? 1 : week < 0.05 ? 2 : 3);
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The stretches that began alike; where they are too few, those after a like week, or all. */
    double[] like(int riskClass) {
        double[] week = weeks[riskClass % 4];
        return sums[riskClass].length >= ENOUGH ? sums[riskClass] : week.length >= ENOUGH ? week : all;
    }

    /** Whether there are stretches enough to say anything. */
    boolean isEnough() {
        return all.length >= ENOUGH;
    }
}
