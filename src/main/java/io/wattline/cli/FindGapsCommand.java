package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.channel.RequestedChannels;
import io.wattline.database.DatabaseSettings;
import io.wattline.database.Sql;
import io.wattline.gap.ChannelGaps;
import io.wattline.gap.Completeness;
import io.wattline.gap.Gap;
import io.wattline.gap.GapFindings;
import io.wattline.gap.GapSearch;
import io.wattline.gap.GapSettings;
import io.wattline.gap.Gaps;
import io.wattline.reading.Interval;
import io.wattline.reading.PollSettings;
import io.wattline.settings.Settings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds missing readings. */
@Command(name = "find-gaps", description = "Finds missing readings, with the reason of each gap "
        + "and the state of its backfill.")
final class FindGapsCommand extends ReportingVerb {

    /** Ten years; a larger number is taken for a typing error. */
    private static final int DAYS_MAX = 3660;

    private static final int GAPS_IN_DETAIL_MAX = 30;
    private static final int CHANNELS_MAX = 20;
    /** PostgreSQL's code for an unknown function. */
    private static final String FUNCTION_UNKNOWN = "42883";

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "Number of days before now "
            + "(default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    @Option(names = "--details", description = "List every gap; without it, many gaps are listed as one line per "
            + "channel.")
    private boolean details;

    FindGapsCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException {
        if (days < 1 || days > DAYS_MAX) {
            throw wrongUsage("--days is " + days + "; allowed: 1 to " + DAYS_MAX);
        }
        Settings settings = settings(List.of(DatabaseSettings.class, GapSettings.class, PollSettings.class));
        try (HikariDataSource database = context().launcher().openDatabase(settings)) {
            Instant now = Clock.systemUTC().instant();
            GapSearch search = new GapSearch(new Interval(now.minus(Duration.ofDays(days)), now), channelIds);
            Gaps gaps = new Gaps(
                    database, settings.of(GapSettings.class), settings.of(PollSettings.class),
                    Clock.fixed(now, Clock.systemUTC().getZone()));
            requireChannels(database);
            GapFindings findings = gaps.find(search);
            Report report = new Report(search.interval(), findings, gaps.completeness(search), gaps.open(search));
            report(report, () -> print(report));
        } catch (SQLException e) {
            if (FUNCTION_UNKNOWN.equals(e.getSQLState())) {
                throw notMigrated(e);
            }
            throw e;
        }
        return DONE;
    }

    private void requireChannels(HikariDataSource database) throws SQLException {
        typed(() -> {
            RequestedChannels.require(new Sql(database), channelIds.toArray(Integer[]::new));
            return null;
        });
    }

    private static IllegalStateException notMigrated(SQLException cause) {
        return new IllegalStateException("The database does not have the schema of this version of Wattline; create it "
                + "with: wattline migrate", cause);
    }

    private void print(Report report) {
        if (details || !channelIds.isEmpty() || report.gaps().size() <= GAPS_IN_DETAIL_MAX) {
            printGaps(report.gaps());
        } else {
            printChannels(ChannelGaps.of(report.gaps()));
        }
        Completeness all = report.completeness();
        long missed = report.gaps().stream().filter(gap -> Gap.isMissed(gap.reason())).count();
        terminal()
                .line(String.format(
                        "%,d gap(s) within %d day(s); %,d of %,d expected readings kept (%s), %,d "
                                + "estimated, %,d missing.",
                        missed,
                        days,
                        all.kept(),
                        all.expected(),
                        all.completeness() == null ? "-" : String.format("%.2f %%", 100 * all.completeness()),
                        all.estimated(),
                        all.missing()));
        GapFindings search = report.search();
        terminal()
                .line(String.format(
                        "This search: %,d new, %,d filled, %,d no longer expected.",
                        search.opened(), search.filled(), search.withdrawn()));
    }

    private void printGaps(List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            Table table =
                    new Table("channel", "start", "end", "slots", "reason", "attempts", "next try", "fillable", "name");
            gaps.forEach(gap -> table.row(
                    gap.channelId(),
                    gap.start(),
                    gap.end(),
                    gap.slots(),
                    gap.reason(),
                    gap.attempts(),
                    gap.nextAttemptAt(),
                    gap.fillable(),
                    gap.channelName()));
            table.print(terminal());
        }
    }

    private void printChannels(List<ChannelGaps> channels) {
        Table table = new Table("channel", "name", "gaps", "missing", "from", "until", "missing by reason", "next try");
        channels.stream()
                .limit(CHANNELS_MAX)
                .forEach(channel -> table.row(
                        channel.channelId(),
                        channel.channelName(),
                        channel.gaps(),
                        channel.slots(),
                        channel.start(),
                        channel.end(),
                        reasons(channel),
                        channel.nextAttemptAt()));
        table.print(terminal());
        if (channels.size() > CHANNELS_MAX) {
            terminal().line("... and " + (channels.size() - CHANNELS_MAX) + " more channels with fewer missing "
                    + "readings.");
        }
        terminal().line("Every gap: wattline find-gaps --details, or --channel ID for one channel.");
    }

    private static String reasons(ChannelGaps channel) {
        return channel.slotsByReason().entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /**
     * The open gaps within the interval.
     *
     * @param search what this search changed, and all open gaps
     */
    record Report(Interval interval, GapFindings search, Completeness completeness, List<Gap> gaps) {
    }
}
