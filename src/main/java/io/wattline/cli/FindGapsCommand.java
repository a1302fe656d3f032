package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.gap.Completeness;
import io.wattline.gap.Gap;
import io.wattline.gap.GapFindings;
import io.wattline.gap.GapSearch;
import io.wattline.gap.GapSettings;
import io.wattline.gap.Gaps;
import io.wattline.reading.Interval;
import io.wattline.reading.PollSettings;
import io.wattline.settings.Need;
import io.wattline.settings.Settings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks for readings that should exist and do not. */
@Command(name = "find-gaps", description = "Finds readings that should exist and do not, with reason and what is being done about them.")
final class FindGapsCommand extends ReportingVerb {

    /** Ten years: what is longer is a slip. */
    private static final int DAYS_MAX = 3660;

    /** PostgreSQL's code for it. */
    private static final String FUNCTION_UNKNOWN = "42883";

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "So many days back from now (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    FindGapsCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException {
        if (days < 1 || days > DAYS_MAX) {
            throw wrongUsage("--days is " + days + "; allowed: 1 to " + DAYS_MAX);
        }
        Settings settings = settings(Need.DATABASE, Need.GAPS);
        try (HikariDataSource database = context().launcher().openDatabase(settings)) {
            Instant now = Clock.systemUTC().instant();
            GapSearch search = new GapSearch(new Interval(now.minus(Duration.ofDays(days)), now), channelIds);
            Gaps gaps = new Gaps(database, settings.of(GapSettings.class), settings.of(PollSettings.class), Clock.fixed(now, Clock.systemUTC().getZone()));
            GapFindings findings = gaps.find(search);
            Report report = new Report(search.interval(), findings, gaps.completeness(search), gaps.open(search));
            report(report, () -> print(report));
        } catch (SQLException e) {
            if (FUNCTION_UNKNOWN.equals(e.getSQLState())) {
                throw new IllegalStateException("The database has no schema of this version of Wattline yet; make it with: wattline migrate", e);
            }
            throw e;
        }
        return DONE;
    }

    private void print(Report report) {
        if (!report.gaps().isEmpty()) {
            Table table = new Table("channel", "start", "end", "slots", "reason", "attempts", "next try", "fillable", "name");
            report.gaps().forEach(gap -> table.row(gap.channelId(), gap.start(), gap.end(), gap.slots(), gap.reason(), gap.attempts(), gap.nextAttemptAt(), gap.fillable(),
                    gap.channelName()));
            table.print(terminal());
        }
        Completeness all = report.completeness();
        long missed = report.gaps().stream().filter(gap -> Gap.isMissed(gap.reason())).count();
        terminal().line(String.format("%,d gap(s) within %d day(s); %,d of %,d expected readings kept (%s), %,d estimated, %,d missing.", missed, days, all.kept(), all.expected(),
                all.completeness() == null ? "-" : String.format("%.2f %%", 100 * all.completeness()), all.estimated(), all.missing()));
        terminal().line(String.format("This search: %,d new, %,d filled, %,d not expected any more.", report.search().opened(), report.search().filled(), report.search().withdrawn()));
    }

    /**
     * What is open within the interval.
     *
     * @param search what this search has changed, and what is open of all time
     */
    record Report(Interval interval, GapFindings search, Completeness completeness, List<Gap> gaps) {
    }
}
