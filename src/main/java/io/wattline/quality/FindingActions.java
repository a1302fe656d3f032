package io.wattline.quality;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.settings.Times;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Lets people accept a finding, since the readings are right after all: an accepted finding lowers no grade, raises no
 * alert and makes no reading suspect. It works with and without a running service.
 */
public final class FindingActions {

    private final Sql sql;
    private final Clock clock;

    public FindingActions(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /**
     * Accepts a finding. An earlier acceptance is replaced.
     *
     * @param until  exclusive, in the future; null for ever
     * @param reason why, for people
     * @return false where no such finding is open
     */
    public boolean accept(long findingId, Instant until, String who, String reason) {
        if (until != null && !until.isAfter(clock.instant())) {
            throw new IllegalArgumentException("until is " + Times.text(until)
                    + ", which is in the past; allowed: a time in the future, or none for ever. Nothing was accepted.");
        }
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "the reason is missing; allowed: a text that others understand. Nothing was accepted.");
        }
        return sql.one(SqlFile.text("finding-accept"), row -> row.getBoolean(1), findingId,
                until == null ? "infinity" : until.toString(), who, reason.strip(), clock.instant());
    }

    /** Withdraws an acceptance, so that the finding counts again. False where no such finding is open and accepted. */
    public boolean withdraw(long findingId) {
        return sql.one(SqlFile.text("finding-withdraw"), row -> row.getBoolean(1), findingId, clock.instant());
    }
}
