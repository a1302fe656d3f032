package io.wattline.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wattline.anomaly.detector.AnomalyKind;
import io.wattline.anomaly.detector.Cause;
import io.wattline.anomaly.detector.DayGrid;
import io.wattline.anomaly.detector.DetectorTuning;
import io.wattline.anomaly.detector.Detectors;
import io.wattline.anomaly.watch.AnomalyEvent;
import io.wattline.anomaly.watch.ChannelWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each detector finds, on an office whose readings are known. */
class DetectorsTest {

    private static final int DAYS = 120;
    private static final int FAULT = 80;
    private static final AnomalyBook BOOK = AnomalyBook.read(Path.of("config/anomalies.yaml"));
    private final DayGrid office = SyntheticSeries.office(DAYS, 15, 7);

    private List<AnomalyEvent> own() {
        ChannelWatch watch = new ChannelWatch(office, day -> false, Detectors.of(BOOK.tunings()));
        return watch.run().stream().filter(AnomalyEvent::isOwn).toList();
    }

    private AnomalyEvent only(AnomalyKind kind) {
        List<AnomalyEvent> events = own();
        assertThat(events).extracting(AnomalyEvent::kind).containsExactly(kind);
        return events.get(0);
    }

    private double kw(int day, int slot) {
        return office.power(day, slot);
    }

    @Test
    void an_ordinary_office_has_no_anomalies() {
        assertThat(own()).isEmpty();
    }

    @Test
    void below_four_weeks_nothing_is_judged() {
        DayGrid young = SyntheticSeries.office(28, 15, 7);
        SyntheticSeries.scale(young, 20, 28, 10);
        ChannelWatch watch = new ChannelWatch(young, day -> false, Detectors.of(BOOK.tunings()));
        assertThat(watch.run()).isEmpty();
        assertThat(watch.judgedDays()).isZero();
    }

    @Test
    void a_weekday_that_looks_like_a_sunday_is_a_day_anomaly_that_says_so() {
        int tuesday = 85;
        SyntheticSeries.copyDay(office, 83, tuesday);
        assertThat(only(AnomalyKind.DAY).sentence()).contains(office.date(tuesday).toString(), "looks like a Sunday");
    }

    @Test
    void a_day_at_minus_30_percent_is_found() {
        SyntheticSeries.scale(office, FAULT, FAULT + 1, 0.7);
        assertThat(only(AnomalyKind.DAY).differenceKwh()).isNegative();
    }

    @Test
    void an_hour_of_load_at_midnight_is_a_slot_anomaly_with_its_energy() {
        for (int slot = 4; slot < 8; slot++) {
            SyntheticSeries.put(office, FAULT, slot, kw(FAULT, slot) + 20);
        }
        assertThat(own()).anyMatch(event -> event.kind() == AnomalyKind.SLOT || event.kind() == AnomalyKind.DAY);
    }

    @Test
    void a_meter_that_shows_one_and_a_half_times_the_energy_is_a_meter_fault_with_ratio_and_start() {
        SyntheticSeries.scale(office, FAULT, DAYS, 1.5);
        AnomalyEvent level = only(AnomalyKind.LEVEL);
        assertThat(level.cause()).isEqualTo(Cause.METER);
        assertThat(level.fromCell() / office.slotsPerDay()).isBetween(FAULT - 1, FAULT + 1);
        assertThat(level.sentence()).contains("times what it was", office.date(FAULT).toString());
    }

    @Test
    void a_level_stays_open_until_it_returns_and_then_closes_without_a_second_anomaly() {
        SyntheticSeries.scale(office, FAULT, FAULT + 21, 0.1);
        AnomalyEvent level = only(AnomalyKind.LEVEL);
        assertThat(level.lastSeenDay()).isBetween(FAULT + 20, FAULT + 24);
    }

    @Test
    void a_level_that_nobody_answers_is_not_learned() {
        SyntheticSeries.scale(office, 40, DAYS, 4);
        AnomalyEvent level = only(AnomalyKind.LEVEL);
        assertThat(level.lastSeenDay()).isEqualTo(DAYS - 1);
        assertThat(Math.exp(level.score())).isCloseTo(4, within(0.2));
    }

    @Test
    void working_hours_that_double_while_nights_stay_are_a_change_of_operation() {
        for (int day = FAULT; day < DAYS; day++) {
            for (int slot = 20; slot < 80; slot++) {
                SyntheticSeries.put(office, day, slot, kw(day, slot) * 2.5);
            }
        }
        assertThat(own()).filteredOn(event -> event.kind() == AnomalyKind.LEVEL).isNotEmpty()
                .allMatch(event -> event.cause() == Cause.OPERATION);
    }

    @Test
    void values_that_repeat_to_the_last_digit_are_frozen() {
        double value = kw(FAULT, 40);
        for (int slot = 40; slot < 64; slot++) {
            SyntheticSeries.put(office, FAULT, slot, value);
        }
        assertThat(only(AnomalyKind.FROZEN).toCell()).isEqualTo(FAULT * 96 + 64);
    }

    @Test
    void power_that_repeats_while_the_register_moves_is_frozen() {
        double value = kw(FAULT, 40);
        for (int slot = 40; slot < 64; slot++) {
            office.set(FAULT, slot, office.energy(FAULT, slot), value);
        }
        assertThat(only(AnomalyKind.FROZEN).sentence()).contains("kW", "while the energy moves");
    }

    @Test
    void values_on_a_straight_line_look_interpolated() {
        double value = kw(FAULT, 40);
        for (int slot = 40; slot < 64; slot++) {
            SyntheticSeries.put(office, FAULT, slot, value * (1 + 0.02 * (slot - 40)));
        }
        assertThat(own()).anyMatch(event -> event.kind() == AnomalyKind.FROZEN
                && event.sentence().contains("straight line"));
    }

    @Test
    void a_channel_that_is_constant_by_nature_is_not_frozen() {
        DayGrid constant = DayGrid.empty(SyntheticSeries.ZONE, Duration.ofMinutes(15),
                SyntheticSeries.FIRST_DAY, DAYS);
        for (int cell = 0; cell < DAYS * 96; cell++) {
            SyntheticSeries.put(constant, cell / 96, cell % 96, 1.25);
        }
        assertThat(new ChannelWatch(constant, day -> false, Detectors.of(BOOK.tunings())).run()).isEmpty();
    }

    @Test
    void energy_of_a_gap_that_arrives_with_the_first_reading_after_it_is_a_spike_that_says_so() {
        for (int slot = 20; slot < 40; slot++) {
            office.set(FAULT, slot, Double.NaN, Double.NaN);
        }
        SyntheticSeries.put(office, FAULT, 40, 500);
        assertThat(only(AnomalyKind.SPIKE).sentence()).contains("follows a gap");
    }

    @Test
    void zeros_after_an_outage_are_found_and_belong_to_the_meter() {
        for (int slot = 40; slot < 56; slot++) {
            boolean gap = slot < 44;
            office.set(FAULT, slot, gap ? Double.NaN : 0, gap ? Double.NaN : 0);
        }
        assertThat(only(AnomalyKind.ZERO).sentence()).contains("follow a gap");
    }

    /** Alone: a detector of levels may see the same fault as small steps. */
    @Test
    void a_meter_that_gains_one_and_a_half_percent_a_day_drifts() {
        for (int day = 60; day < DAYS; day++) {
            SyntheticSeries.scale(office, day, day + 1, 1 + 0.015 * (day - 60));
        }
        DetectorTuning tuning = BOOK.tunings().get(AnomalyKind.DRIFT);
        List<AnomalyEvent> events = new ChannelWatch(office, day -> false,
                Detectors.of(Map.of(AnomalyKind.DRIFT, tuning))).run();
        assertThat(events).isNotEmpty().allMatch(event -> event.cause() == Cause.METER);
    }

    @Test
    void sub_meters_that_exceed_their_parent_by_more_than_two_percent_are_out_of_balance() {
        DayGrid parts = office.copy();
        SyntheticSeries.scale(parts, FAULT, FAULT + 3, 1.05);
        addParts("sub-meters", parts, 1);
        AnomalyEvent event = only(AnomalyKind.BALANCE);
        assertThat(event.sentence()).contains("the sub-meters have", "+5 %");
        assertThat(event.fromCell()).isEqualTo(FAULT * 96);
    }

    @Test
    void load_that_nobody_meters_is_part_of_the_usual_and_a_sub_meter_that_is_off_is_not() {
        DayGrid parts = office.copy();
        SyntheticSeries.scale(parts, FAULT, FAULT + 1, 0.8);
        addParts("sub-meters", parts, 0.7);
        assertThat(only(AnomalyKind.BALANCE).sentence()).contains("-44 %", "usual is -30 %");
    }

    @Test
    void parts_of_which_one_has_no_reading_are_not_compared() {
        DayGrid parts = office.copy();
        SyntheticSeries.scale(parts, FAULT, FAULT + 3, Double.NaN);
        addParts("phases", parts, 1);
        assertThat(own()).isEmpty();
    }

    private void addParts(String group, DayGrid parts, double share) {
        for (int cell = 0; cell < DAYS * 96; cell++) {
            office.putPart(group, office.start(cell / 96, cell % 96), share * parts.energy(cell / 96, cell % 96));
        }
    }

    /** What is looked for in a solar meter, in three months in which the days grow longer. */
    private static List<AnomalyEvent> ofSolar(DayGrid solar) {
        DetectorTuning off = BOOK.tunings().get(AnomalyKind.SOLAR_NIGHT);
        DetectorTuning on = new DetectorTuning(true, off.cutOff(), off.floor(), off.persistence(), off.trainingDays(),
                off.alarmsPerMonth(), off.audience());
        return new ChannelWatch(solar, day -> false, Detectors.of(Map.of(AnomalyKind.SOLAR_NIGHT, on))).run();
    }

    private static DayGrid solar() {
        DayGrid solar = DayGrid.empty(SyntheticSeries.ZONE, Duration.ofMinutes(15), SyntheticSeries.FIRST_DAY, DAYS);
        for (int day = 0; day < DAYS; day++) {
            double half = 4 + 4.0 * day / DAYS;
            double weather = 0.2 + 0.8 * ((day * 37) % 10) / 10;
            for (int slot = 0; slot < 96; slot++) {
                double sun = Math.cos((slot / 4.0 - 12) / half * Math.PI / 2);
                boolean isUp = Math.abs(slot / 4.0 - 12) < half;
                SyntheticSeries.put(solar, day, slot, isUp ? 50 * weather * sun : 0.1);
            }
        }
        return solar;
    }

    @Test
    void solar_energy_at_night_is_found_and_longer_days_are_not() {
        assertThat(ofSolar(solar())).isEmpty();
        DayGrid solar = solar();
        for (int slot = 4; slot < 16; slot++) {
            SyntheticSeries.put(solar, FAULT, slot, 3);
        }
        List<AnomalyEvent> events = ofSolar(solar);
        assertThat(events).extracting(AnomalyEvent::kind).containsExactly(AnomalyKind.SOLAR_NIGHT);
        assertThat(events.get(0).sentence()).contains(solar.date(FAULT) + " from 01:00", "dark for four weeks");
    }

    @Test
    void load_in_several_nights_is_a_night_load() {
        for (int day = FAULT; day < FAULT + 6; day++) {
            for (int slot = 0; slot < 26; slot++) {
                SyntheticSeries.put(office, day, slot, kw(day, slot) + 4);
            }
        }
        assertThat(own()).anyMatch(event -> event.kind() == AnomalyKind.NIGHT_LOAD);
    }

    @Test
    void days_that_run_two_hours_late_have_a_wrong_clock() {
        DayGrid before = office.copy();
        for (int cell = FAULT * 96; cell < (FAULT + 10) * 96; cell++) {
            SyntheticSeries.put(office, cell / 96, cell % 96, before.power((cell - 8) / 96, (cell - 8) % 96));
        }
        assertThat(own()).anyMatch(event -> event.kind() == AnomalyKind.CLOCK
                && event.sentence().contains("2 h 0 min late"));
    }

    @Test
    void a_slot_that_is_missing_every_night_recurs() {
        for (int day = 60; day < DAYS; day++) {
            office.set(day, 92, Double.NaN, Double.NaN);
        }
        assertThat(only(AnomalyKind.RECURRING_GAP).sentence()).contains("from 23:00 to 23:15");
    }
}
