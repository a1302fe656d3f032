package io.wattline.anomaly.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class RobustTest {

    @Property(tries = 500)
    void a_quantile_is_that_of_the_sorted_sample(@ForAll @Size(min = 1, max = 70) double[] sample,
                                                 @ForAll @DoubleRange(max = 1) double share) {
        double[] bounded = Arrays.stream(sample).map(value -> Math.rint(value % 50)).toArray();
        double[] sorted = bounded.clone();
        Arrays.sort(sorted);
        double position = share * (sorted.length - 1);
        int below = (int) position;
        double next = sorted[Math.min(below + 1, sorted.length - 1)];
        assertThat(Robust.quantile(bounded, share))
                .isCloseTo(sorted[below] + (next - sorted[below]) * (position - below), within(1e-9));
    }

    @Example
    void what_is_missing_is_left_out() {
        assertThat(Robust.median(new double[] {Double.NaN, 3, 1, Double.NaN, 2})).isEqualTo(2);
        assertThat(Robust.median(new double[] {Double.NaN})).isNaN();
        assertThat(Robust.sigma(new double[] {1, 2, 3})).isEqualTo(1.4826);
    }
}
