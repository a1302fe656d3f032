package io.wattline.lab.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * What a demo's database knows of what is missing.
 *
 * @param gapsFilled      gaps that were found and have readings in every slot by now
 * @param gapsOpen        gaps that are missed, without planned ones and those that are not due yet
 * @param readingsMissing readings that are missing in them
 * @param estimated       readings that are estimates
 * @param findings        findings over stored readings that are open
 * @param completeness    kept / expected, 0 to 1; NaN where nothing is expected
 */
public record DemoLedger(
        long gapsFilled, long gapsOpen, long readingsMissing, long estimated, long findings, double completeness) {

    private static final String SQL = """
            select (select count(*) from data_gaps where filled_at is not null) filled,
                   count(*) open,
                   coalesce(sum(missing_slots), 0) missing,
                   (select count(*) from readings where data_quality = 'estimated') estimated,
                   (select count(*) from quality_findings where closed_at is null) findings,
                   (select coalesce(sum(kept) / nullif(sum(expected), 0), 'NaN') from completeness(?, ?)) completeness
              from data_gaps where closed_at is null and reason not in ('planned', 'not_yet_due')
            """;

    /** The ledger now; completeness is that of the time from {@code start} until before {@code end}. */
    public static DemoLedger take(DataSource database, Instant start, Instant end) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, start.atOffset(ZoneOffset.UTC));
            statement.setObject(2, end.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new DemoLedger(
                        row.getLong("filled"),
                        row.getLong("open"),
                        row.getLong("missing"),
                        row.getLong("estimated"),
                        row.getLong("findings"),
                        row.getDouble("completeness"));
            }
        }
    }
}
