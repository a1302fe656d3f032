package io.wattline.quality;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
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
        channels.stream().map(Scorecard::subject)
                .forEach(channel -> bySite.computeIfAbsent(String.valueOf(channel.siteId()), site -> new ArrayList<>())
                        .add(channel));
        Grader grader = new Grader(standard.grading());
        return bySite.values().stream().map(ScoredSubject::siteOf).map(grader::grade).toList();
    }

    private List<ScoredSubject> subjects(int days) throws SQLException {
        Instant now = clock.instant();
        Map<Integer, List<FindingCount>> findings = findings(now, days);
        CheckHistory history = CheckHistory.read(sql, standard, now);
        return sql.query(SqlFile.text("scorecard-figures"), row -> {
            int id = row.getInt("channel_id");
            return new ScoredSubject(String.valueOf(id), row.getString("channel_name"), row.getString("site_name"),
                    row.getString("organization_id"), figures(row), findings.getOrDefault(id, List.of()),
                    history.notRun(id));
        }, standard.check("negative-run").parameters().get("except_types"), days, now);
    }

    private static QualityFigures figures(ResultSet row) throws SQLException {
        return new QualityFigures(row.getLong("due"), row.getLong("kept"), row.getLong("estimated"),
                row.getLong("suspect"), row.getLong("off_grid"), row.getLong("rejected"), row.getLong("of_fields"),
                row.getLong("nulls"), row.getLong("out_of_range"), row.getLong("watched"), row.getLong("on_time"),
                row.getLong("longest_gap_seconds"));
    }

    private Map<Integer, List<FindingCount>> findings(Instant now, int days) throws SQLException {
        Map<Integer, List<FindingCount>> findings = new HashMap<>();
        sql.query(SqlFile.text("scorecard-findings"),
                row -> findings.computeIfAbsent(row.getInt("channel_id"), channel -> new ArrayList<>())
                        .add(count(row)), now, now, days);
        return findings;
    }

    private static FindingCount count(ResultSet row) throws SQLException {
        return new FindingCount(row.getString("rule"), FindingSeverity.of(row.getString("severity")),
                row.getLong("findings"));
    }
}
