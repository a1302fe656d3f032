package io.wattline.reading;

import static io.wattline.eniscope.ResponseSamples.START;
import static io.wattline.eniscope.ResponseSamples.reading;
import static io.wattline.eniscope.ResponseSamples.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.eniscope.ResponseSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page in parts, each with the cursor that it allows. */
class BatchTest {

    private static final Page PAGE = new Page(window(20), List.of(), List.of(), 3, Map.of("Med", 2));

    private static List<Reading> readings(int... slots) {
        return IntStream.of(slots)
                .mapToObj(slot -> reading(START.plusSeconds(900L * slot), Column.ENERGY_KWH, 1))
                .toList();
    }

    /** A poll that starts with the window. */
    private static ChannelPoll poll() {
        Instant now = START.plus(Duration.ofHours(5)).plusSeconds(120);
        PollState state = new PollState(
                START.plus(Duration.ofHours(2)),
                null,
                null,
                null,
                null,
                false,
                0,
                0,
                PollState.Status.LIVE,
                null,
                null);
        return ChannelPoll.due(
                new PolledChannel(ResponseSamples.channel(900), state, List.of()), PollSamples.SETTINGS, 1, now);
    }

    @Test
    void a_page_is_cut_and_each_part_moves_the_cursor_behind_its_last_reading() {
        List<Batch> batches = Batch.of(PAGE, readings(0, 1, 2, 5, 19), List.of(), 2, poll());
        assertThat(batches).extracting(batch -> batch.readings().size()).containsExactly(2, 2, 1);
        assertThat(batches)
                .extracting(Batch::cursor)
                .containsExactly(START.plusSeconds(1800), START.plusSeconds(5400), START.plusSeconds(18_000));
        assertThat(batches).extracting(Batch::last).containsExactly(false, false, true);
    }

    @Test
    void what_is_counted_once_a_page_is_counted_with_its_first_part() {
        Rejected rejected =
                new Rejected("validate", 61001, START, List.of(new Violation("power-range", "too much")), "{}");
        List<Batch> batches = Batch.of(PAGE, readings(0, 1, 2), List.of(rejected), 2, poll());
        assertThat(batches).extracting(Batch::nullBins).containsExactly(3, 0);
        assertThat(batches).extracting(Batch::unknownFields).containsExactly(Map.of("Med", 2), Map.of());
        assertThat(batches).extracting(Batch::fetched).containsExactly(3, 1);
    }

    @Test
    void a_window_without_any_reading_is_one_part_too() {
        assertThat(Batch.of(PAGE, List.of(), List.of(), 2, poll())).singleElement().satisfies(batch -> {
            assertThat(batch.last()).isTrue();
            assertThat(batch.readings()).isEmpty();
        });
    }

    @Test
    void the_cursor_waits_at_the_last_reading_of_a_channel_that_has_fallen_silent() {
        assertThat(Batch.of(PAGE, readings(0, 1, 5), List.of(), 100, poll()))
                .extracting(Batch::cursor)
                .containsExactly(START.plusSeconds(5400));
    }

    @Test
    void a_replay_moves_no_cursor() {
        assertThat(Batch.of(PAGE, readings(0, 19), List.of(), 1, null))
                .extracting(Batch::cursor)
                .containsExactly(null, null);
    }

    @Test
    void a_column_that_no_reading_has_is_no_array_and_a_missing_value_is_null_in_one() {
        List<Reading> readings = List.of(
                reading(START, Column.ENERGY_KWH, 0, Column.VOLTAGE_V, 230),
                reading(START.plusSeconds(900), Column.ENERGY_KWH, 0.25).marked(DataQuality.SUSPECT, "catch-up"));
        Map<String, Object> parameters = BatchRows.parameters(
                Batch.of(PAGE, readings, List.of(), 9, poll()).get(0),
                List.of(),
                "GET readings/61001",
                "2026-01-01T05:02:00Z");
        assertThat((double[]) parameters.get("energy_kwh")).containsExactly(0.0, 0.25);
        assertThat((Double[]) parameters.get("voltage_v")).containsExactly(230.0, null);
        assertThat(parameters)
                .containsEntry("power_kw", null)
                .containsEntry("raws", null)
                .containsKeys(
                        List.of(Column.values()).stream().map(Column::sqlName).toArray(String[]::new));
        assertThat((String[]) parameters.get("qualities")).containsExactly(null, "suspect");
        assertThat((String[]) parameters.get("methods")).containsExactly(null, "catch-up");
        assertThat((long[]) parameters.get("epochs"))
                .containsExactly(START.getEpochSecond(), START.getEpochSecond() + 900);
    }

    @Test
    void the_log_row_says_what_was_asked_and_what_came() {
        Map<String, Object> parameters = BatchRows.parameters(
                Batch.of(PAGE, readings(0, 1), List.of(), 9, poll()).get(0),
                List.of(),
                "GET readings/61001",
                "2026-01-01T05:02:00Z");
        assertThat(parameters)
                .containsEntry("channel_id", 61001)
                .containsEntry("run_id", 1L)
                .containsEntry("start_time", "2026-01-01T00:00:00Z")
                .containsEntry("end_time", "2026-01-01T05:00:00Z")
                .containsEntry("resolution_seconds", 900)
                .containsEntry("status", "success")
                .containsEntry("fetched", 2)
                .containsEntry("rejected", 0)
                .containsEntry("null_bins", 3)
                .containsEntry("request", "GET readings/61001")
                .containsEntry("newest", "2026-01-01T00:15:00Z");
        assertThat((String[]) parameters.get("codes")).containsExactly("Med");
        assertThat((long[]) parameters.get("code_counts")).containsExactly(2);
    }
}
