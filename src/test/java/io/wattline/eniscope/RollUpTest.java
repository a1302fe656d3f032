package io.wattline.eniscope;

import static io.wattline.eniscope.ResponseSamples.START;
import static io.wattline.eniscope.ResponseSamples.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import java.time.Duration;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Half-hourly values that pretend to be quarter-hourly ones. */
class RollUpTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** Two hours more than it takes; energy by slot. */
    private static List<Reading> readings(int firstSlot, IntToDoubleFunction energyKwh) {
        return IntStream.range(firstSlot, firstSlot + 24)
                .mapToObj(slot -> reading(
                        START.plusSeconds(900L * slot),
                        Column.ENERGY_KWH,
                        energyKwh.applyAsDouble(slot),
                        Column.VOLTAGE_V,
                        230))
                .toList();
    }

    @Test
    void half_hours_that_share_every_value_are_rolled_up() {
        assertThat(RollUp.isSeen(readings(0, slot -> 1 + slot / 2), QUARTER)).isTrue();
        assertThat(RollUp.isSeen(readings(1, slot -> 1 + slot / 2), QUARTER)).as("also "
                + "where the range begins in the middle of one").isTrue();
    }

    @Test
    void neighbours_that_are_not_of_one_half_hour_do_not_tell() {
        assertThat(RollUp.isSeen(readings(0, slot -> 1 + (slot + 1) / 2), QUARTER)).isFalse();
    }

    @Test
    void one_half_hour_with_two_values_is_enough_to_know_better() {
        assertThat(RollUp.isSeen(readings(0, slot -> slot == 21 ? 0.5 : 1 + slot / 2), QUARTER)).isFalse();
    }

    @Test
    void a_load_that_never_changes_is_a_load_that_never_changes() {
        assertThat(RollUp.isSeen(readings(0, slot -> 0), QUARTER)).isFalse();
        assertThat(RollUp.isSeen(readings(0, slot -> slot < 12 ? 1 : 2), QUARTER)).isFalse();
    }

    @Test
    void a_few_quarters_or_other_intervals_do_not_tell() {
        assertThat(RollUp.isSeen(readings(0, slot -> 1 + slot / 2).subList(0, 15), QUARTER)).isFalse();
        assertThat(RollUp.isSeen(readings(0, slot -> 1 + slot / 2), Duration.ofHours(1))).isFalse();
    }

    @Test
    void quarters_whose_neighbour_is_missing_do_not_count() {
        List<Reading> evens = readings(0, slot -> 1 + slot / 2).stream()
                .filter(each -> each.start().getEpochSecond() % 1800 == 0)
                .toList();
        assertThat(RollUp.isSeen(evens, QUARTER)).isFalse();
    }
}
