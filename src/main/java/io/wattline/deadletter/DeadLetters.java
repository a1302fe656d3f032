package io.wattline.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.channel.RequestedChannels;
import io.wattline.channel.UnknownNameException;
import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.reading.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads and closes dead letters. No row is ever deleted; a closed one says how it was closed. */
public final class DeadLetters {

    private static final String COLUMNS =
            "id, received_at, stage, channel_id, reading_timestamp, rule, reason, columns, failures::text,"
                    + " payload::text, run_id, status, times_seen, closed_at, closed_by, close_reason";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sql sql;

    public DeadLetters(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The newest that the filter selects, at most {@code limit}. */
    public List<DeadLetter> list(DeadLetterFilter filter, int limit) throws SQLException {
        return sql.query(
                "select " + COLUMNS + " from dead_letters where " + filter.condition()
                        + " order by received_at desc, id desc limit " + limit,
                DeadLetters::letter,
                filter.arguments().toArray());
    }

    /** How many the filter selects, by rule, the most frequent first. */
    public Map<String, Long> countsByRule(DeadLetterFilter filter) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        sql.query(
                "select coalesce(rule, stage), count(*) from dead_letters where " + filter.condition()
                        + " group by 1 order by 2 desc, 1",
                row -> counts.put(row.getString(1), row.getLong(2)),
                filter.arguments().toArray());
        return counts;
    }

    /** Refuses a rule that has set nothing aside and a channel that does not exist; null is any. */
    public void require(String rule, Integer channelId) {
        boolean known =
                rule == null || sql.one(SqlFile.text("dead-letters-rule-known"), row -> row.getBoolean(1), rule);
        if (!known) {
            throw UnknownNameException.of("rule", "dead-letter rule", rule,
                    sql.all(SqlFile.text("dead-letters-rules"), row -> row.getString(1)));
        }
        RequestedChannels.require(sql, channelId == null ? null : new Integer[] {channelId});
    }

    public Optional<DeadLetter> show(long id) throws SQLException {
        return sql.query("select " + COLUMNS + " from dead_letters where id = ?", DeadLetters::letter, id).stream()
                .findFirst();
    }

    /** The outcome of a replay: a kept reading closes its dead letter, a rejected one updates the reasons. */
    public Replay.Outcome outcome(long id) throws SQLException {
        DeadLetter letter =
                show(id).orElseThrow(() -> new IllegalArgumentException("Dead letter " + id + " does not exist"));
        return letter.status().equals(DeadLetter.OPEN) ? new Replay.Outcome(violations(letter)) : Replay.Outcome.kept();
    }

    private static List<Violation> violations(DeadLetter letter) {
        if (letter.failures() == null) {
            return List.of(new Violation(letter.rule(), letter.reason()));
        }
        try {
            return JSON.readValue(letter.failures(), new TypeReference<List<Violation>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Dead letter " + letter.id() + ": column failures is not a list of rule and reason", e);
        }
    }

    /** Closes open dead letters as discarded; gives the ids of those that were open. The rows stay. */
    public List<Long> discard(List<Long> ids, String reason, String who) throws SQLException {
        return sql.all(NamedSql.file("dead-letters-discard"),
                Map.of("who", who, "reason", reason, "ids", ids.toArray(Long[]::new)), row -> row.getLong(1));
    }

    /** The next dead letters that the filter selects, in order of id. */
    List<DeadLetter> after(long id, DeadLetterFilter filter, int limit) throws SQLException {
        return sql.query(
                "select " + COLUMNS + " from dead_letters where " + filter.condition()
                        + " and id > ? order by id limit " + limit,
                DeadLetters::letter,
                with(filter, id));
    }

    /** Ids of the first dead letters after an id that the filter selects, in order of id. */
    public List<Long> oldest(DeadLetterFilter filter, long after, int limit) throws SQLException {
        return sql.query("select id from dead_letters where " + filter.condition() + " and id > ? order by id limit "
                + limit, row -> row.getLong(1), with(filter, after));
    }

    /** Number of dead letters after an id that the filter selects. */
    public long count(DeadLetterFilter filter, long after) throws SQLException {
        return sql.query("select count(*) from dead_letters where " + filter.condition() + " and id > ?",
                row -> row.getLong(1), with(filter, after)).get(0);
    }

    private static Object[] with(DeadLetterFilter filter, long after) {
        List<Object> arguments = new ArrayList<>(filter.arguments());
        arguments.add(after);
        return arguments.toArray();
    }

    long highestId() {
        return sql.one(NamedSql.file("dead-letters-highest"), Map.of(), row -> row.getLong(1));
    }

    /** A kept reading has closed the dead letter; this records who replayed it. */
    void kept(long id, String who) {
        sql.update(NamedSql.file("dead-letters-replayed"), Map.of("who", who, "id", id));
    }

    /** It stays open with the reasons of today. {@code times_seen} counts arrivals from the source only. */
    void rejectedAgain(long id, List<Violation> violations) {
        String reason = String.join("; ", violations.stream().map(Violation::reason).toList());
        sql.update(
                NamedSql.file("dead-letters-rejected-again"),
                Map.of("rule", violations.get(0).rule(), "reason", reason, "failures", json(violations), "id", id));
    }

    private static String json(List<Violation> violations) {
        try {
            return JSON.writeValueAsString(violations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts cannot be written as JSON", e);
        }
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                Sql.instant(row, "received_at"),
                row.getString("stage"),
                row.getObject("channel_id", Integer.class),
                Sql.instant(row, "reading_timestamp"),
                row.getString("rule"),
                row.getString("reason"),
                row.getArray("columns") == null
                        ? List.of()
                        : List.of((String[]) row.getArray("columns").getArray()),
                row.getString("failures"),
                row.getString("payload"),
                row.getObject("run_id", Long.class),
                row.getString("status"),
                row.getInt("times_seen"),
                Sql.instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("close_reason"));
    }
}
