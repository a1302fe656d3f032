package io.wattline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Track records, by examples that are computed by hand. */
class ForecastScoresTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-20T09:40:00Z"));
    private WattlineUnderTest wattline;

    @BeforeEach
    void start() {
        wattline = WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), clock), clock, Map.of(), RunMode.ONCE);
    }

    @AfterEach
    void close() {
        wattline.close();
    }

    @Test
    void four_forecasts_are_scored_as_by_hand() {
        settled("a", 20, 0.8, 1, 0, 24);
        settled("b", 20, 0.6, 1, 1, null);
        settled("c", 20, 0.2, 0, 0, null);
        settled("d", 20, 0.0, 0, 0, null);

        ForecastScore score = score("gateway");

        // (0.2^2 + 0.6^2 + 0.2^2 + 0) / 4; base rate 1/4: 3/16; persistence: 1/4; line: (1 + 1) / 4
        assertThat(score.brier()).isCloseTo(0.11, within(1e-9));
        assertThat(score.skillBase()).isCloseTo(1 - 0.11 / 0.1875, within(1e-9));
        assertThat(score.skillPersistence()).isCloseTo(1 - 0.11 / 0.25, within(1e-9));
        assertThat(score.skillLine()).isCloseTo(1 - 0.11 / 0.5, within(1e-9));
        assertThat(score.skill()).isEqualTo(score.skillBase());
        assertThat(score).extracting(ForecastScore::settled, ForecastScore::happened, ForecastScore::warned,
                ForecastScore::warnings, ForecastScore::falseWarnings).containsExactly(4L, 1L, 2L, 2L, 1L);
        assertThat(score.precision24h()).isEqualTo(0.5);
        assertThat(score.precision72h()).isEqualTo(0);
        assertThat(score.recall72h()).isEqualTo(0);
        assertThat(score.muted()).isFalse();
    }

    @Test
    void warnings_day_after_day_are_one_warning_with_the_lead_of_the_first() {
        for (int day = 0; day < 5; day++) {
            settled("a", 20 - day, 0.9, 0, 0, 24 * (5 - day) - 24 + 1);
        }
        ForecastScore score = score("gateway");
        assertThat(score.warned()).isEqualTo(5);
        assertThat(score.warnings()).isEqualTo(1);
        assertThat(score.precision72h()).isEqualTo(1);
        assertThat(score.precision168h()).isNull();
        assertThat(score.events()).isEqualTo(1);
        assertThat(score.recall72h()).isEqualTo(1);
    }

    @Test
    void the_share_of_truths_within_the_interval_counts_only_forecasts_that_gave_one() {
        for (int i = 0; i < 4; i++) {
            settled("a" + i, 20, 0.1, 0, 0, null);
        }
        execute("truncate forecast_outcomes; alter table forecasts disable trigger forecast_is_frozen; "
                + "update forecasts set value_low = 10, value_high = 20 where subject in ('a0', 'a1', 'a2'); "
                + "alter table forecasts enable trigger forecast_is_frozen; "
                + "insert into forecast_outcomes select forecast_id, now(), false, null, "
                + "case subject when 'a0' then 10 when 'a1' then 20.5 when 'a2' then 15 else 99 end from forecasts");
        assertThat(score("gateway").intervals()).isEqualTo(3);
        assertThat(score("gateway").withinShare()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void the_reliability_of_a_bin_has_the_interval_of_wilson() {
        for (int i = 0; i < 10; i++) {
            settled("a" + i, 20, 0.75, 0, 0, i < 7 ? Integer.valueOf(80) : null);
        }
        List<ReliabilityBin> bins = actions().reliability("gateway");
        assertThat(bins).hasSize(1);
        assertThat(bins.get(0)).extracting(ReliabilityBin::bin, ReliabilityBin::forecasts, ReliabilityBin::happened)
                .containsExactly(8, 10L, 0.7);
        assertThat(bins.get(0).low()).isCloseTo(0.397, within(0.002));
        assertThat(bins.get(0).high()).isCloseTo(0.892, within(0.002));
    }

    @Test
    void a_kind_without_skill_mutes_itself_says_so_and_comes_back() {
        for (int i = 0; i < 40; i++) {
            settled("a" + i, 20, 0.5, 0, 0, i < 4 ? Integer.valueOf(80) : null);
        }
        ForecastScore score = score("gateway");
        assertThat(score.skill()).isNegative();
        assertThat(score.muted()).isTrue();
        assertThat(score.sentence()).startsWith("Muted: its skill is -1.");

        execute("insert into forecasts (kind, subject, subject_name, made_for, made_at, horizon_end, probability, "
                + "persistence, line, limit_value, warned, muted, sentence, advice, own_action) values ('gateway', "
                + "'now', 'n', now(), now(), now() + interval '7 days', 0.9, 0, 0, 0, true, true, 's', 'a', 'd')");
        assertThat(actions().list(false, null)).isEmpty();
        assertThat(actions().list(true, null)).extracting(ForecastRow::muted).containsExactly(true);

        for (int i = 0; i < 40; i++) {
            settled("b" + i, 10, i < 4 ? 0.95 : 0.01, 0, 0, i < 4 ? Integer.valueOf(80) : null);
            settled("c" + i, 11, i < 4 ? 0.95 : 0.01, 0, 0, i < 4 ? Integer.valueOf(80) : null);
            settled("d" + i, 12, i < 20 ? 0.95 : 0.01, 0, 0, i < 20 ? Integer.valueOf(80) : null);
        }
        assertThat(score("gateway").muted()).isFalse();
        assertThat(actions().list(false, null)).hasSize(1);
    }

    @Test
    void forecasts_that_are_older_than_90_days_do_not_count() {
        settled("a", 99, 0.5, 0, 0, null);
        assertThat(score("gateway").settled()).isZero();
        assertThat(score("gateway").sentence()).isEqualTo("No forecast is settled yet: it has no track record.");
    }

    /** @param hours after which it happened; null where it did not */
    private void settled(String subject, int daysAgo, double probability, int persistence, int line, Integer hours) {
        execute("with made as (insert into forecasts (kind, subject, subject_name, made_for, made_at, horizon_end, "
                + "probability, persistence, line, limit_value, warned, muted, sentence, advice, own_action) values ("
                + "'gateway', '" + subject + "', 's', " + ago(daysAgo) + ", " + ago(daysAgo) + ", " + ago(daysAgo - 7)
                + ", " + probability + ", " + persistence + ", " + line + ", 0, " + (probability >= 0.5)
                + ", false, 's', 'a', 'd') returning forecast_id) insert into forecast_outcomes select forecast_id, "
                + ago(1) + ", " + (hours != null) + ", " + (hours == null ? "null" : ago(daysAgo) + " + interval '"
                + hours + " hours'") + ", null from made");
    }

    private static String ago(int days) {
        return "date_trunc('day', wattline_now()) - interval '" + days + " days'";
    }

    private ForecastScore score(String kind) {
        return actions().scores().stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow();
    }

    private ForecastActions actions() {
        return new ForecastActions(wattline.context().getRegistry().lookupByNameAndType("dataSource",
                DataSource.class));
    }

    private void execute(String statements) {
        wattline.database().execute(statements);
    }
}
