package io.wattline.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import io.wattline.channel.RequestedChannels;
import io.wattline.channel.RequestedSite;
import io.wattline.channel.UnknownNameException;
import io.wattline.database.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What people do with alerts: list, acknowledge, silence. Works with the database alone, whether or not the service
 * runs.
 */
public final class AlertActions {

    private final DataSource database;
    private final Supplier<List<String>> rules;
    private final Clock clock;

    /** @param rules names of the alert rules */
    public AlertActions(DataSource database, Supplier<List<String>> rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The newest first: alerts that are open; with {@code all} also the last that have ended. An alert that never fired
     * is left out.
     */
    public List<AlertRow> list(boolean all) throws SQLException {
        return rows(Map.of("all", all));
    }

    /** One alert. */
    public Optional<AlertRow> find(long id) throws SQLException {
        return rows(Map.of("alert", id, "all", true)).stream().findFirst();
    }

    private List<AlertRow> rows(Map<String, Object> arguments) throws SQLException {
        return AlertJson.read(AlertStatements.text(database, "alert-rows", arguments).orElseThrow(),
                new TypeReference<>() { });
    }

    /**
     * The history of an alert, oldest first, and the state of its messages; {@link IllegalArgumentException} where it
     * does not exist.
     */
    public AlertStory story(long id) throws SQLException {
        return AlertJson.read(AlertStatements.text(database, "alert-story", Map.of("alert", id))
                .orElseThrow(() -> new IllegalArgumentException("Alert " + id + " does not exist")),
                new TypeReference<>() { });
    }

    /**
     * Acknowledges an alert; everybody who was notified of it is notified of that too. False where it does not fire.
     */
    public boolean acknowledge(long id, String who) throws SQLException {
        return AlertStatements.text(database, "alert-acknowledge",
                Map.of("now", clock.instant(), "who", named(who), "alert", id)).isPresent();
    }

    /**
     * Sends no notifications of certain alerts for a while. What is null means all. A rule, site or channel that does
     * not exist is refused ({@link UnknownNameException}).
     *
     * @return the number of the silence
     */
    public long silence(String rule, String siteId, Integer channelId, Duration length, String reason, String who)
            throws SQLException {
        require(rule, siteId, channelId);
        Instant now = clock.instant();
        Map<String, Object> arguments =
                new HashMap<>(Map.of("start", now, "end", now.plus(length), "reason", reason, "who", named(who)));
        arguments.put("rule", rule);
        arguments.put("site", siteId);
        arguments.put("channel", channelId);
        return Long.parseLong(AlertStatements.text(database, "alert-silence", arguments).orElseThrow());
    }

    private void require(String rule, String siteId, Integer channelId) {
        List<String> known = rules.get();
        if (rule != null && !known.contains(rule)) {
            throw UnknownNameException.of("rule", "alert rule", rule, known);
        }
        Sql sql = new Sql(database);
        RequestedSite.require(sql, siteId);
        RequestedChannels.require(sql, channelId == null ? null : new Integer[] {channelId});
    }

    /** Ends a silence now. False where it has ended already, or does not exist. */
    public boolean endSilence(long id) throws SQLException {
        return AlertStatements.text(database, "alert-silence-end", Map.of("now", clock.instant(), "silence", id))
                .isPresent();
    }

    /** Silences that have not ended. */
    public List<Silence> silences() throws SQLException {
        return AlertJson.read(AlertStatements.text(database, "alert-silences", Map.of("now", clock.instant()))
                .orElseThrow(), new TypeReference<>() { });
    }

    private static String named(String who) {
        return who == null || who.isBlank() ? "somebody" : AlertTexts.oneLine(who.strip());
    }
}
