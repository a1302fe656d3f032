package io.wattline.quality;

import io.wattline.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Scorecards of channels and sites over the last local days including today, from {@code channel_day_quality} and
 * {@code quality_findings}.
 */
public final class Scorecards {

    private static final String FIGURES =
            """
            select d.channel_id, d.channel_name, d.site_name, d.organization_id, sum(d.due) as due, sum(d.kept) as kept, sum(d.estimated) as estimated, sum(d.suspect) as suspect,
                   sum(d.off_grid) as off_grid, sum(d.rejected) as rejected,
                   sum(d.power_extreme + case when c.channel_type = any (?) then 0 else d.power_negative end) as out_of_range,
                   sum(d.watched) as watched, sum(d.on_time) as on_time, max(d.longest_gap_seconds) as longest_gap_seconds,
                   (select coalesce(sum(n.readings), 0) from v_null_rates n where n.channel_id = d.channel_id and n.is_measured and n.date >= min(d.local_day)) as of_fields,
                   (select coalesce(sum(n.nulls), 0) from v_null_rates n where n.channel_id = d.channel_id and n.is_measured and n.date >= min(d.local_day)) as nulls
              from v_channel_days d join channels c using (channel_id)
             where is_within_last_days(d.local_day, d.time_zone, ?, ?::timestamptz) and (d.due > 0 or d.kept > 0)
             group by d.channel_id, d.channel_name, d.site_name, d.organization_id order by d.channel_id
            """;
    private static final String FINDINGS =
            """
            select channel_id, rule, severity, count(*) as findings from quality_findings
             where finding_counts(closed_at, accepted_until, ?) and finding_end > ?::timestamptz - make_interval(days => ?) group by 1, 2, 3 order by 1, 2, 3
            """;
    private static final String RUNS = "select channel_id, rule, ran_at, problem from quality_checks";

    private final Sql sql;
    private final QualityStandard standard;
    private final Clock clock;

    public Scorecards(DataSource database, QualityStandard standard, Clock clock) {
        this.sql = new Sql(database);
        this.standard = standard;
        this.clock = clock;
    }

    /** Channels of which readings were expected or kept, in order of their ids. */
    public List<Scorecard> ofChannels(int days) throws SQLException {
        Grader grader = new Grader(standard.grading());
        return subjects(days).stream().map(grader::grade).toList();
    }

    /** The sites of these channels. */
    public List<Scorecard> ofSites(List<Scorecard> channels) {
        Map<String, List<ScoredSubject>> bySite = new LinkedHashMap<>();
        channels.forEach(
                card -> bySite.computeIfAbsent(String.valueOf(card.subject().siteId()), site -> new ArrayList<>())
                        .add(card.subject()));
        Grader grader = new Grader(standard.grading());
        return bySite.values().stream().map(ScoredSubject::siteOf).map(grader::grade).toList();
    }

    private List<ScoredSubject> subjects(int days) throws SQLException {
        Instant now = clock.instant();
        Map<Integer, List<FindingCount>> findings = findings(now, days);
        Map<Integer, Map<String, RuleRun>> runs = runs();
        return sql.query(
                FIGURES,
                row -> {
                    int channelId = row.getInt("channel_id");
                    return new ScoredSubject(
                            String.valueOf(channelId),
                            row.getString("channel_name"),
                            row.getString("site_name"),
                            row.getString("organization_id"),
                            figures(row),
                            findings.getOrDefault(channelId, List.of()),
                            notRun(runs.getOrDefault(channelId, Map.of()), now));
                },
                standard.check("negative-run").parameters().get("except_types"),
                days,
                now);
    }

    private static QualityFigures figures(ResultSet row) throws SQLException {
        return new QualityFigures(
                row.getLong("due"),
                row.getLong("kept"),
                row.getLong("estimated"),
                row.getLong("suspect"),
                row.getLong("off_grid"),
                row.getLong("rejected"),
                row.getLong("of_fields"),
                row.getLong("nulls"),
                row.getLong("out_of_range"),
                row.getLong("watched"),
                row.getLong("on_time"),
                row.getLong("longest_gap_seconds"));
    }

    private Map<Integer, List<FindingCount>> findings(Instant now, int days) throws SQLException {
        Map<Integer, List<FindingCount>> findings = new HashMap<>();
        sql.query(
                FINDINGS,
                row -> findings.computeIfAbsent(row.getInt("channel_id"), channel -> new ArrayList<>())
                        .add(new FindingCount(
                                row.getString("rule"),
                                FindingSeverity.of(row.getString("severity")),
                                row.getLong("findings"))),
                now,
                now,
                days);
        return findings;
    }

    private Map<Integer, Map<String, RuleRun>> runs() throws SQLException {
        Map<Integer, Map<String, RuleRun>> runs = new HashMap<>();
        sql.query(RUNS, row -> runs.computeIfAbsent(row.getInt("channel_id"), channel -> new HashMap<>())
                .put(row.getString("rule"), new RuleRun(Sql.instant(row, "ran_at"), row.getString("problem"))));
        return runs;
    }

    private List<CheckNotRun> notRun(Map<String, RuleRun> runs, Instant now) {
        List<CheckNotRun> notRun = new ArrayList<>();
        for (CheckRule rule : standard.checks()) {
            RuleRun ran = runs.get(rule.name());
            if (!rule.enabled()) {
                notRun.add(new CheckNotRun(rule.name(), "switched off", false));
            } else if (ran == null) {
                notRun.add(new CheckNotRun(rule.name(), "never", true));
            } else if (ran.problem() != null) {
                notRun.add(new CheckNotRun(rule.name(), ran.problem(), true));
            } else if (ran.at().isBefore(now.minus(standard.grading().runWithin()))) {
                notRun.add(new CheckNotRun(rule.name(), "not since " + ran.at(), true));
            }
        }
        return notRun;
    }

    /** When a check ran for a channel last, and why it could not. */
    private record RuleRun(Instant at, String problem) {
    }
}
