package io.wattline.quality;

import io.wattline.database.Sql;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Where a person says of a finding that the readings are right after all: until then it lowers no grade, raises no alert and makes no reading suspect.
 * Works beside a service that runs, and without one.
 */
public final class FindingActions {

    private final Sql sql;
    private final Clock clock;

    public FindingActions(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /**
     * Accepts a finding; one that was accepted before is accepted anew.
     *
     * @param until exclusive, after now; null for ever
     * @param reason why, for people
     * @return false where no such finding is open
     */
    public boolean accept(long findingId, Instant until, String who, String reason) {
        if (until != null && !until.isAfter(clock.instant())) {
            throw new IllegalArgumentException("until is " + until + ", which is over; allowed: a time to come, or none, which means for ever. Nothing was accepted.");
        }
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("there is no reason; allowed: one that others understand. Nothing was accepted.");
        }
        return sql.one("select accept_finding(?, ?::timestamptz, ?, ?, ?)", row -> row.getBoolean(1), findingId, until == null ? "infinity" : until.toString(), who,
                reason.strip(), clock.instant());
    }

    /** It counts again. False where no such finding is open and accepted. */
    public boolean withdraw(long findingId) {
        return sql.one("select withdraw_acceptance(?, ?)", row -> row.getBoolean(1), findingId, clock.instant());
    }
}
