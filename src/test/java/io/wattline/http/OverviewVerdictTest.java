package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wattline.health.Health.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the overview says that all is well, and what it says otherwise. */
class OverviewVerdictTest {

    @Test
    void all_is_well_where_channels_are_live_and_nothing_is_wrong() throws JsonProcessingException {
        OverviewVerdict verdict = OverviewVerdict.of(figures(2, 0), state("responding", List.of()));
        assertThat(verdict).isEqualTo(new OverviewVerdict("good", "All is well: 2 channels live", List.of()));
    }

    @Test
    void nothing_to_watch_is_never_well() throws JsonProcessingException {
        OverviewVerdict silent = OverviewVerdict.of(figures(0, 0), state("silent", List.of()));
        assertThat(silent.level()).isEqualTo("bad");
        assertThat(silent.headline()).isEqualTo("Nothing is watched: no active channel is known, "
                + "and the source has not responded yet");
        assertThat(OverviewVerdict.of(figures(0, 0), state("responding", List.of())).headline())
                .isEqualTo("Nothing is watched: no active channel is known");
    }

    @Test
    void what_is_wrong_with_a_part_of_the_service_is_a_reason() throws JsonProcessingException {
        Trouble trouble = new Trouble("timers", Instant.parse("2026-03-10T12:00:00Z"), "late: poll-due");
        OverviewVerdict verdict = OverviewVerdict.of(figures(2, 1), state("responding", List.of(trouble)));
        assertThat(verdict.level()).isEqualTo("bad");
        assertThat(verdict.reasons()).containsExactly("Timers: late: poll-due", "1 warning open");
    }

    @Test
    void readings_that_cannot_be_kept_are_worse_than_any_alert() throws JsonProcessingException {
        Trouble database = new Trouble("database", Instant.parse("2026-03-10T12:00:00Z"), "readings cannot be kept");
        Map<String, Object> figures = Map.of("channels", WebJson.read("{\"live\": 2}"),
                "alertsOpen", WebJson.read("{\"critical\": 3}"));
        assertThat(OverviewVerdict.of(figures, state("responding", List.of(database))).reasons())
                .containsExactly("Database: readings cannot be kept", "3 critical alerts open");
    }

    @Test
    void warnings_alone_are_no_emergency() throws JsonProcessingException {
        OverviewVerdict verdict = OverviewVerdict.of(figures(2, 2), state("responding", List.of()));
        assertThat(verdict).isEqualTo(new OverviewVerdict("warn", "2 warnings open", List.of("2 warnings open")));
    }

    private static Overview.State state(String source, List<Trouble> troubles) {
        return new Overview.State("CLOSED", source, false, 0, troubles);
    }

    private static Map<String, Object> figures(int live, int warnings) throws JsonProcessingException {
        return Map.of("channels", WebJson.read("{\"live\": " + live + ", \"paused\": 0, \"dead\": 0, \"quarantined\": "
                + "0}"),
                "alertsOpen", WebJson.read("{\"critical\": 0, \"warning\": " + warnings + ", \"info\": 0}"));
    }
}
