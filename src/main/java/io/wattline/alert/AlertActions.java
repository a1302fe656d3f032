package io.wattline.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Alerts for people: who is at what, and who wants to hear nothing for a while. Works beside a service that runs, and without one. */
public final class AlertActions {

    private static final String COLUMNS = "select coalesce(jsonb_agg(jsonb_build_object('id', alert_id, 'key', alert_key, 'rule', rule, 'severity', severity, 'state', state, "
            + "'summary', summary, 'details', details, 'startedAt', started_at, 'firedAt', fired_at, 'toldAt', told_at, 'resolvedAt', resolved_at, 'acknowledgedBy', "
            + "acknowledged_by, 'quietReason', quiet_reason) order by alert_id desc), '[]')::text from ";

    /** Not only who is told of it now, but everybody who was told that it began. */
    private static final String ACKNOWLEDGE = """
            with acked as (
              update alerts set state = 'acknowledged', acknowledged_at = ?::timestamptz, acknowledged_by = ?, version = version + 1
              where alert_id = ? and state in ('firing', 'acknowledged') returning alert_id, version, acknowledged_at as at, acknowledged_by as by_whom
            ), event as (
              insert into alert_events (alert_id, at, event, by_whom) select alert_id, at, 'acknowledged', by_whom from acked
            ), told as (
              select distinct on (o.channel) a.*, o.channel, o.message from acked a join alert_outbox o using (alert_id) order by o.channel, o.outbox_id desc
            ), message as (
              insert into alert_outbox (message_id, alert_id, channel, kind, message, created_at, next_attempt_at)
              select (message->>'incident') || '#' || version || '-acknowledged/' || channel, alert_id, channel, 'acknowledged', message || jsonb_build_object('kind', 'ACKNOWLEDGED',
                'id', (message->>'incident') || '#' || version || '-acknowledged', 'at', at, 'notes', jsonb_build_array(by_whom || ' is at it.')), at, at
              from told
            )
            select alert_id from acked""";

    private final DataSource database;
    private final Clock clock;

    public AlertActions(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The newest first: those that are open, or all of the last while; what went away before it fired is no history. */
    public List<AlertRow> list(boolean all) throws SQLException {
        return rows("(select * from alerts where state <> 'resolved' or ? and fired_at is not null order by alert_id desc limit 200) a", all);
    }

    /** One alert. */
    public Optional<AlertRow> find(long id) throws SQLException {
        return rows("alerts where alert_id = ?", id).stream().findFirst();
    }

    private List<AlertRow> rows(String from, Object argument) throws SQLException {
        return AlertJson.read(AlertStatements.text(database, COLUMNS + from, argument).orElse("[]"), new TypeReference<>() { });
    }

    /** What has happened to it, oldest first, and what became of its messages. */
    public AlertStory story(long id) throws SQLException {
        return AlertJson.read(AlertStatements.text(database, """
                select jsonb_build_object(
                  'events', (select coalesce(jsonb_agg(jsonb_build_object('at', at, 'event', event, 'byWhom', by_whom, 'text', text) order by event_id), '[]') from alert_events e where e.alert_id = a.alert_id),
                  'messages', (select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'kind', kind, 'state', state, 'attempts', attempts, 'settledAt', settled_at,
                    'lastError', last_error) order by outbox_id), '[]') from alert_outbox o where o.alert_id = a.alert_id))::text
                from alerts a where alert_id = ?""", id).orElseThrow(() -> new IllegalArgumentException("There is no alert " + id)), new TypeReference<>() { });
    }

    /** Somebody is at it; whoever was told of it hears of that too. False where it does not fire. */
    public boolean acknowledge(long id, String who) throws SQLException {
        return AlertStatements.text(database, ACKNOWLEDGE, clock.instant().toString(), named(who), id).isPresent();
    }

    /**
     * Nobody is told for a while; null means all.
     *
     * @return the silence's number
     */
    public long silence(String rule, String siteId, Integer channelId, Duration length, String reason, String who) throws SQLException {
        Instant now = clock.instant();
        return Long.parseLong(AlertStatements.text(database, "insert into alert_silences (rule, site_id, channel_id, starts_at, ends_at, reason, created_by) "
                + "values (?, ?, ?::int, ?::timestamptz, ?::timestamptz, ?, ?) returning silence_id", rule, siteId, channelId, now.toString(), now.plus(length).toString(), reason,
                named(who)).orElseThrow());
    }

    /** Ends a silence now. False where it is over, or there is none. */
    public boolean endSilence(long id) throws SQLException {
        String now = clock.instant().toString();
        return AlertStatements.text(database, "update alert_silences set ends_at = greatest(?::timestamptz, starts_at + interval '1 microsecond') "
                + "where silence_id = ? and ends_at > ?::timestamptz returning silence_id", now, id, now).isPresent();
    }

    /** Those that have not ended. */
    public List<Silence> silences() throws SQLException {
        return AlertJson.read(AlertStatements.text(database, "select coalesce(jsonb_agg(jsonb_build_object('id', silence_id, 'rule', rule, 'siteId', site_id, 'channelId', channel_id, "
                + "'startsAt', starts_at, 'endsAt', ends_at, 'reason', reason, 'createdBy', created_by)), '[]')::text from alert_silences where ends_at > ?::timestamptz",
                clock.instant().toString()).orElse("[]"), new TypeReference<>() { });
    }

    private static String named(String who) {
        return who == null || who.isBlank() ? "somebody" : AlertTexts.oneLine(who.strip());
    }
}
