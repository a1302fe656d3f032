package io.wattline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearMissTest {

    private final NearMiss known = new NearMiss(Set.of("readings.poll.look-back", "readings.poll.delay", "smtp.host"));

    @Test
    void a_slip_is_named_with_what_was_meant() {
        assertThat(known.keys(List.of("readings.poll.lookback"), "config/application.properties"))
                .containsExactly("Unknown key readings.poll.lookback in config/application.properties; did you mean "
                        + "readings.poll.look-back?");
        assertThat(known.variables(List.of("READINGS_POL_LOOK_BACK")))
                .singleElement()
                .asString()
                .endsWith("did you mean READINGS_POLL_LOOK_BACK?");
    }

    @Test
    void a_known_name_and_a_stranger_are_left_alone() {
        assertThat(known.keys(List.of("smtp.host", "camel.main.name", "demo.speed"), "x")).isEmpty();
        assertThat(known.variables(List.of("SMTP_HOST", "PATH", "HOME", "LC_ALL"))).isEmpty();
    }

    @Property(tries = 200)
    void slips_are_a_distance(
            @ForAll @AlphaChars @StringLength(max = 12) String left,
            @ForAll @AlphaChars @StringLength(max = 12) String right) {
        assertThat(NearMiss.slips(left, left)).isZero();
        assertThat(NearMiss.slips(left, right))
                .isEqualTo(NearMiss.slips(right, left))
                .isBetween(Math.abs(left.length() - right.length()), 12);
        assertThat(NearMiss.slips(left, left + "x")).isEqualTo(1);
        assertThat(NearMiss.slips(left, right) == 0).isEqualTo(left.equals(right));
    }
}
