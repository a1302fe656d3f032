package io.wattline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grades as {@code config/quality.yaml} ships them. */
class GraderTest {

    private static final Grader GRADER = new Grader(standard().grading());

    static QualityStandard standard() {
        try {
            return QualityStandard.parse("config/quality.yaml", Files.readString(Path.of("config/quality.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A week of a channel at 15 minutes of which this much is good. */
    private static QualityFigures week(
            long kept,
            long suspect,
            long offGrid,
            long rejected,
            long nulls,
            long outOfRange,
            long onTime,
            long gapSeconds) {
        return new QualityFigures(
                672, kept, 0, suspect, offGrid, rejected, kept * 5, nulls, outOfRange, kept, onTime, gapSeconds);
    }

    private static Scorecard grade(QualityFigures figures, FindingCount... findings) {
        return GRADER.grade(new ScoredSubject("1", "Main", "Mill", "1", figures, List.of(findings), List.of()));
    }

    @Test
    void a_week_without_a_fault_is_an_a_and_needs_no_excuse() {
        Scorecard card = grade(week(672, 0, 0, 0, 0, 0, 672, 0));
        assertThat(card.grade()).isEqualTo(Grade.A);
        assertThat(card.because()).isEmpty();
        assertThat(card.shares()).hasSize(Dimension.values().length).allSatisfy((dimension, share) -> assertThat(share)
                .isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({"672, A", "666, A", "665, B", "652, B", "651, C", "639, C", "638, D", "605, D", "604, F", "0, F"})
    void completeness_goes_by_its_limits(long kept, Grade grade) {
        assertThat(grade(week(kept, 0, 0, 0, 0, 0, kept, 0)).grade()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "nulls, 168, C, nulls 5.0 %",
        "nulls, 167, A,",
        "outOfRange, 7, C, out of range 1.0 %",
        "outOfRange, " + "6, A,",
        "gap, 3600, B, gap of 1.0 h",
        "gap, 2700, A,"
    })
    void the_limits_of_the_plan_allow_no_better_grade_from_their_value_on(
            String what, long count, Grade grade, String because) {
        Scorecard card = grade(week(
                672,
                0,
                0,
                0,
                what.equals("nulls") ? count : 0,
                what.equals("outOfRange") ? count : 0,
                672,
                what.equals("gap") ? count : 0));
        assertThat(card.grade()).isEqualTo(grade);
        assertThat(card.because().stream()
                        .filter(reason -> reason.equals(because))
                        .count())
                .isEqualTo(because == null ? 0 : 1);
    }

    @Test
    void a_grade_is_never_better_than_the_findings_allow() {
        QualityFigures good = week(672, 0, 0, 0, 0, 0, 672, 0);
        assertThat(grade(good, new FindingCount("zero-run", FindingSeverity.INFO, 1)).grade()).isEqualTo(Grade.A);
        assertThat(grade(good, new FindingCount("spike", FindingSeverity.WARNING, 3)).grade()).isEqualTo(Grade.B);
        Scorecard card = grade(
                good,
                new FindingCount("spike", FindingSeverity.WARNING, 3),
                new FindingCount("scale", FindingSeverity.CRITICAL, 1));
        assertThat(card.grade()).isEqualTo(Grade.D);
        assertThat(card.because()).containsExactly("1 x scale (critical)", "3 x spike (warning)");
    }

    @Test
    void rules_that_did_not_run_are_named_and_forbid_an_a_and_those_that_are_off_are_named() {
        CheckNotRun missing = new CheckNotRun("sum-check", "the source is away", true);
        CheckNotRun off = new CheckNotRun("spike", "switched off", false);
        Scorecard card = GRADER.grade(new ScoredSubject(
                "1", "Main", "Mill", "1", week(672, 0, 0, 0, 0, 0, 672, 0), List.of(), List.of(missing, off)));
        assertThat(card.grade()).isEqualTo(Grade.B);
        assertThat(card.because()).containsExactly("not run: sum-check (the source is away)");
        assertThat(card.subject().rulesNotRun()).containsExactly(missing, off);
    }

    @Test
    void an_estimate_is_not_kept_and_what_nothing_can_be_said_of_is_left_out() {
        Scorecard card = grade(new QualityFigures(96, 48, 48, 0, 0, 0, 240, 0, 0, 0, 0, 0));
        assertThat(card.shares()).doesNotContainKey(Dimension.TIMELINESS).containsEntry(Dimension.COMPLETENESS, 0.5);
        assertThat(card.grade()).isEqualTo(Grade.F);
    }

    @Test
    void a_share_never_looks_better_than_it_is() {
        assertThat(grade(new QualityFigures(10_000, 9_899, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                        .because())
                .containsExactly("completeness 98.9 %");
    }

    @Test
    void a_site_is_all_of_its_channels() {
        ScoredSubject one = new ScoredSubject(
                "1",
                "Main",
                "Mill",
                "9",
                week(672, 0, 0, 0, 0, 0, 672, 0),
                List.of(new FindingCount("spike", FindingSeverity.WARNING, 1)),
                List.of());
        ScoredSubject two = new ScoredSubject(
                "2",
                "Pump",
                "Mill",
                "9",
                week(604, 0, 0, 0, 0, 0, 604, 7200),
                List.of(new FindingCount("spike", FindingSeverity.WARNING, 2)),
                List.of(new CheckNotRun("scale", "never", true)));
        ScoredSubject site = ScoredSubject.siteOf(List.of(one, two));
        assertThat(site.figures().due()).isEqualTo(1344);
        assertThat(site.figures().longestGapSeconds()).isEqualTo(7200);
        assertThat(site.findings()).containsExactly(new FindingCount("spike", FindingSeverity.WARNING, 3));
        assertThat(site.rulesNotRun()).hasSize(1);
        assertThat(site.id()).isEqualTo("9");
    }

    @Property
    void more_of_anything_bad_never_makes_a_grade_better(
            @ForAll @IntRange(max = 672) int missing,
            @ForAll @IntRange(max = 50) int suspect,
            @ForAll @IntRange(max = 50) int offGrid,
            @ForAll @IntRange(max = 50) int rejected,
            @ForAll @IntRange(max = 50) int late) {
        long kept = 672 - missing;
        Grade before = grade(week(kept, Math.min(suspect, kept), offGrid, rejected, 0, 0, Math.max(0, kept - late), 0))
                .grade();
        Grade after = grade(week(
                        Math.max(0, kept - 1),
                        Math.min(suspect + 1, Math.max(0, kept - 1)),
                        offGrid + 1,
                        rejected + 1,
                        10,
                        1,
                        Math.max(0, kept - late - 2),
                        900))
                .grade();
        assertThat(after).isGreaterThanOrEqualTo(before);
    }
}
