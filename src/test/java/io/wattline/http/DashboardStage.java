package io.wattline.http;

import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A service with two channels of real polls, one of which has a name that tries to be a script, and with something of
 * everything that the dashboard shows.
 */
final class DashboardStage implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-02-03T12:10:00Z");
    static final String TOKEN = "0123456789abcdef-token";
    static final String EVIL = "<img src=x onerror=\"document.title='struck'\">";

    private final WattlineUnderTest wattline;

    DashboardStage() {
        MovableClock clock = new MovableClock(NOW);
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(2, 1), clock).withFaults(Set.of(Fault.BAD_VALUES)),
                clock,
                Map.of("readings.history", "5d", "readings.poll.cron", "0/1 * * * * ?", "wattline.http.token", TOKEN),
                RunMode.TIMERS);
        await().until(() -> (long) value("select count(*) from poll_state where last_reading_at is not null") == 2);
        wattline.database()
                .execute(
                        "update channels set channel_name = '" + EVIL.replace("'", "''") + "' where channel_id = 61002;"
                                + "update readings set data_quality = 'suspect', quality_method = 'spike' "
                                + "where channel_id = 61001 "
                                + "and \"timestamp\" = '2026-02-02T10:00Z';"
                                + "update readings set data_quality = 'edited', quality_method = 'by hand' "
                                + "where channel_id = 61001 "
                                + "and \"timestamp\" = '2026-02-02T11:00Z';"
                                + "delete from readings where channel_id = 61001 "
                                + "and \"timestamp\" >= '2026-02-01T12:00Z' "
                                + "and \"timestamp\" < '2026-02-01T18:00Z';"
                                + "insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, "
                                + "data_quality, quality_method) values (61001, '2026-02-01T12:00Z', 1.5, 6, "
                                + "'estimated', 'linear');"
                                + "insert into data_gaps (channel_id, gap_start, gap_end, reason, missing_slots) "
                                + "values (61001, '2026-02-01T12:15Z', '2026-02-01T18:00Z', 'no_data_from_source', "
                                + "23)");
        wattline.database().execute("insert into dead_letters (stage, channel_id, reading_timestamp, rule, reason, "
                + "payload) values ('validate', 61001, '2026-02-01T15:00Z', 'power-range', 'far too much', "
                + "'{\"channel\": 61001, \"resolution\": 900, \"units\": {\"P\": \"W\"}, \"records\": [{\"ts\": "
                + "1769958000, \"P\": 987654000}]}');"
                + "insert into quality_findings (channel_id, rule, severity, finding_start, finding_end, reason, "
                + "marks, found_at, last_seen_at) "
                + "values (61001, 'flat-line', 'warning', '2026-02-02T05:00Z', '2026-02-02T07:00Z', 'One number eight "
                + "times.', false, now(), now())");
        alert("stale-channel/23272", "warning", "Nothing from <b>LINE 1</b> for 2 h");
        wattline.database().execute("insert into alert_silences (rule, starts_at, ends_at, reason, created_by) "
                + "values ('gap-long', '2026-02-03T12:00Z', '2026-02-03T18:00Z', 'gateway is swapped', 'bob');"
                + "insert into backfill_jobs (kind, state, range_start, range_end, created_by, windows) "
                + "values ('range', 'paused', '2026-02-01T00:00Z', '2026-02-02T00:00Z', 'bob', 4)");
    }

    /** Something goes wrong from now on. */
    void alert(String key, String severity, String summary) {
        wattline.database().execute("insert into alerts (alert_key, rule, severity, summary, details, state, "
                + "started_at, fired_at, site_id, site_name) values ('" + key + "', 'stale-channel', '" + severity
                + "', '" + summary + "', 'Look at the gateway.', 'firing', '2026-02-03T11:00Z', '2026-02-03T11:05Z', "
                + "'23272', 'Example Mill');"
                + "insert into alert_events (alert_id, at, event, text) "
                + "select max(alert_id), '2026-02-03T11:05Z', 'firing', 'began' from alerts");
    }

    WattlineUnderTest wattline() {
        return wattline;
    }

    Object value(String sql, Object... arguments) {
        return wattline.value(sql, arguments);
    }

    /** Address of a page, such as {@code channels/61001}. */
    String page(String hash) {
        return "http://127.0.0.1:" + HttpServer.port(wattline.context()).orElseThrow() + "/#/" + hash;
    }

    @Override
    public void close() {
        wattline.close();
    }
}
