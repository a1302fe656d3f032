package io.wattline.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.audit.AuditEntry.Outcome;
import io.wattline.database.Sql;
import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Table {@code audit_log}. Every entry is a line in the log too, so that it is known also while the database is away.
 */
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSERT = "insert into audit_log (at, who, via, origin, action, target, details, "
            + "outcome, answer) "
            + "values (?::timestamptz, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) returning audit_id";

    private final Sql sql;
    private final Clock clock;

    public AuditLog(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** Writes it down. Never throws: what was done is done, and the log has it. */
    public void write(AuditEntry entry, Outcome outcome, String answer) {
        LOG.info(
                "By {} ({}{}): {}{}{}: {}{}", entry.who(), word(entry.via()), after(" from ", entry.origin()),
                entry.action(), after(" ", entry.target()), after(" ", entry.details()), word(outcome),
                after(", ", answer));
        try {
            sql.one(
                    INSERT, row -> row.getLong(1), clock.instant(), entry.who(), word(entry.via()), entry.origin(),
                    entry.action(), entry.target(),
                    entry.details() == null ? null : JSON.writeValueAsString(entry.details()), word(outcome), answer);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.error("audit_log has no row of the action above, this line is all there is: {}", e.getMessage());
        }
    }

    private static String after(String sign, Object value) {
        return value == null ? "" : sign + value;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
