package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.reading.Interval;
import io.wattline.testing.MovableClock;
import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanException;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators see and do over JMX, in a service whose timers run but poll nothing by themselves. */
class ControlTest {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-10T12:07:00Z"));
    private static WattlineUnderTest wattline;
    private static ObjectName name;
    private static ControlMBean control;

    @BeforeAll
    static void start() throws Exception {
        name = new ObjectName(ControlService.NAME);
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(3, 7), CLOCK).withFaults(Set.of(Fault.BAD_VALUES)),
                CLOCK,
                Map.of(
                        "backfill.look.cron",
                        "0/1 * * * * ?",
                        "operations.look.cron",
                        "0/1 * * * * ?",
                        "readings.history",
                        "1d"),
                RunMode.TIMERS);
        control = JMX.newMBeanProxy(SERVER, name, ControlMBean.class);
        await().until(() -> wattline.value("select count(*) from channels").equals(3L));
    }

    @AfterAll
    static void close() {
        wattline.close();
        assertThat(SERVER.isRegistered(name)).as("after the end").isFalse();
    }

    private static long cursors(Instant at) {
        return (Long) wattline.value("select count(*) from poll_state where cursor = ?", Timestamp.from(at));
    }

    private static Instant pollNow() {
        CLOCK.advance(Duration.ofMinutes(15));
        control.triggerIngestion();
        Instant end = Interval.floor(CLOCK.instant().minus(Duration.ofMinutes(2)), Duration.ofMinutes(15));
        await().until(() -> cursors(end) == 3 && control.getInHand() == 0);
        return end;
    }

    @Test
    void alerts_are_checked_acknowledged_and_silenced() {
        wattline.database().execute("insert into alerts (alert_key, rule, severity, summary, state) "
                + "values ('no-data/x', 'no-data', 'critical', 's', 'firing')");
        long id = (long) wattline.value("select alert_id from alerts where alert_key = 'no-data/x'");
        assertThat(control.acknowledgeAlert(id, "ann")).isEqualTo("Alert " + id + " is acknowledged");
        assertThat(wattline.value("select acknowledged_by from alerts where alert_id = ?", id)).isEqualTo("ann");
        assertThatThrownBy(() -> control.acknowledgeAlert(4711, "ann")).hasMessageContaining("allowed: an alert that "
                + "does");
        assertThat(control.silenceAlerts("no-data", "", "2h", "rebuilding", "ann")).startsWith("Silence ");
        assertThatThrownBy(() -> control.silenceAlerts("", "", "soon", "rebuilding", "ann"))
                .hasMessageContaining("allowed: a whole number and a unit");
        assertThat(control.checkAlerts()).startsWith("Alert rules are evaluated; open alerts: ");
    }

    @Test
    void everything_says_what_it_is() throws Exception {
        MBeanInfo info = SERVER.getMBeanInfo(name);
        assertThat(info.getDescription()).contains("Wattline");
        assertThat(info.getAttributes())
                .extracting(MBeanFeatureInfo::getName)
                .contains("LagSeconds", "BreakerState", "LastSuccess", "InHand", "IngestionPaused", "BackfillJobs");
        assertThat(info.getAttributes()).allSatisfy(attribute -> assertThat(attribute.getDescription())
                .as(attribute.getName())
                .isNotBlank());
        assertThat(info.getOperations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.getDescription()).as(operation.getName()).isNotBlank();
            assertThat(operation.getSignature()).allSatisfy(parameter -> {
                assertThat(parameter.getName()).as(operation.getName()).isNotBlank();
                assertThat(parameter.getDescription()).as(operation.getName()).isNotBlank();
            });
        });
    }

    @Test
    void ingestion_is_triggered_and_the_attributes_tell_of_it() {
        Instant end = pollNow();
        assertThat(control.getLagSeconds()).isEqualTo(Duration.between(end, CLOCK.instant()).toSeconds());
        assertThat(control.getLastSuccess()).isEqualTo(CLOCK.instant().toString());
        assertThat(control.getBreakerState()).isEqualTo("CLOSED");
    }

    @Test
    void every_operation_is_in_the_audit_log_with_what_became_of_it() {
        control.pauseIngestion();
        assertThatThrownBy(control::triggerIngestion).hasMessageContaining("paused");
        control.resumeIngestion();
        assertThatThrownBy(() -> control.cancelBackfill(4712)).isInstanceOf(IllegalArgumentException.class);
        assertThat(audited("ingestion-pause"))
                .containsEntry("who", "jmx")
                .containsEntry("via", "jmx")
                .containsEntry("outcome", "done")
                .containsEntry("target", null)
                .hasEntrySatisfying(
                        "answer", answer -> assertThat((String) answer).startsWith("Ingestion is paused"));
        assertThat(audited("ingestion-trigger")).containsEntry("outcome", "refused");
        assertThat(audited("backfill-cancel")).containsEntry("target", "4712").containsEntry("outcome", "refused");
    }

    @Test
    void a_route_is_suspended_resumed_stopped_and_started_by_name() {
        assertThat(control.listRoutes()).anySatisfy(line -> assertThat(line).isEqualTo("operations operations-refresh "
                + "Started: Calls operations-refresh-views at the times of views.refresh.cron."));
        assertThat(control.suspendRoute("operations-refresh")).isEqualTo("After suspend of operations-refresh: "
                + "operations-refresh Suspended");
        assertThat(control.resumeRoute("operations-refresh")).endsWith("operations-refresh Started");
        assertThat(control.stopRoute("operations-refresh")).endsWith("operations-refresh Stopped");
        assertThatThrownBy(() -> control.resumeRoute("operations-refresh"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is stopped; allowed: startRoute");
        await().untilAsserted(() -> assertThat(control.getTroubles()).anySatisfy(trouble -> assertThat(trouble)
                .startsWith("routes since 2026-03-10T")
                .contains("operations-refresh")));
        assertThat(control.startRoute("operations-refresh")).endsWith("operations-refresh Started");
        await().untilAsserted(
                        () -> assertThat(control.getTroubles()).noneMatch(trouble -> trouble.startsWith("routes")));
        assertThat(audited("route-stop"))
                .containsEntry("target", "operations-refresh")
                .containsEntry("outcome", "done");
    }

    @Test
    void a_group_is_stopped_with_what_begins_work_first_and_started_with_it_last() {
        assertThat(control.stopRoute("gaps")).isEqualTo("After stop of gaps: gaps-find-all Stopped, gaps-find-new "
                + "Stopped, gaps-find Stopped, gaps-find-recent Stopped");
        assertThat(control.startRoute("gaps")).isEqualTo("After start of gaps: gaps-find-recent Started, gaps-find "
                + "Started, gaps-find-new Started, gaps-find-all Started");
        assertThatThrownBy(() -> control.stopRoute("no-such-route")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no route and no group 'no-such-route'; allowed: a name as listRoutes "
                        + "gives it, or a group of [alert-delivery, alert-to, ");
        assertThat(audited("route-stop")).containsEntry("target", "no-such-route").containsEntry("outcome", "refused");
    }

    @Test
    void attributes_say_what_waits_as_the_last_look_has_found_it() {
        wattline.database()
                .execute(
                        """
                insert into alerts (alert_key, rule, severity, summary, state)
                  values ('gap-long/y', 'gap-long', 'warning', 's', 'firing');
                insert into alert_outbox (message_id, alert_id, channel, kind, message, created_at, next_attempt_at,
                  attempts)
                select 'm1', alert_id, 'email', 'fired', '{}', '2026-03-10T11:00Z', '2099-01-01T00:00Z', 1
                  from alerts where alert_key = 'gap-long/y'""");
        await("a look since then").until(() -> control.getWaitingMessages() == 1);
        assertThat(control.getOpenAlerts()).isEqualTo(wattline.value("select count(*) from alerts "
                + "where state in ('firing', 'acknowledged')"));
        assertThat(control.getOpenAlerts()).isPositive();
        assertThat(control.getOpenGaps()).isEqualTo(wattline.value("select count(*) from data_gaps "
                + "where closed_at is null and reason not in ('planned', 'not_yet_due')"));
        assertThat(control.getOpenDeadLetters()).isEqualTo(wattline.value("select count(*) from dead_letters "
                + "where status = 'open'"));
        assertThat(control.getBacklog()).isZero();
        await().untilAsserted(() -> assertThat(control.getTroubles()).anySatisfy(trouble -> assertThat(trouble)
                .startsWith("messages since ")
                .contains("the oldest since 2026-03-10T11:00:00Z")));
        wattline.database().execute("update alert_outbox set state = 'sent' where message_id = 'm1'");
        await().untilAsserted(() -> assertThat(control.getTroubles()).isEmpty());
    }

    @Test
    void what_people_change_by_the_mbeans_of_camel_is_in_the_audit_log_too() throws Exception {
        ObjectName route = SERVER.queryNames(
                        new ObjectName("org.apache.camel:type=routes,name=\"operations-refresh\",*"), null)
                .iterator()
                .next();
        SERVER.invoke(route, "stop", null, null);
        SERVER.invoke(route, "start", null, null);
        SERVER.setAttribute(route, new Attribute("StatisticsEnabled", true));
        assertThat(SERVER.getAttribute(route, "State")).isEqualTo("Started");
        assertThatThrownBy(() -> SERVER.invoke(route, "stop", new Object[] {"soon"}, new String[] {"java.lang.String"}))
                .isInstanceOf(JMException.class);
        assertThat(wattline.rows("select outcome from audit_log where action = 'camel-stop' "
                + "and target = 'routes/operations-refresh' order by 1")).extracting(row -> row.get("outcome"))
                .containsExactly("done", "failed");
        assertThat(audited("camel-start")).containsEntry("outcome", "done");
        assertThat(audited("camel-attribute-set")).hasEntrySatisfying("details", details -> assertThat(details)
                .hasToString("{\"StatisticsEnabled\": \"true\"}"));
    }

    private static Map<String, Object> audited(String action) {
        return wattline.rows("select who, via, target, outcome, answer, details from audit_log where action = ? "
                + "order by audit_id desc limit 1", action).get(0);
    }

    @Test
    void a_pause_holds_polls_and_backfill_until_it_is_over() {
        Instant end = pollNow();
        assertThat(control.pauseIngestion()).contains("until resumeIngestion");
        try {
            assertThat(control.isIngestionPaused()).isTrue();
            assertThatThrownBy(control::triggerIngestion)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("paused");
            control.startBackfill("2026-02-01", "2026-02-03", "61001");
            CLOCK.advance(Duration.ofMinutes(15));
            wattline.request("direct:poll-due", null);
            await().during(Duration.ofMillis(1500)).until(() -> wattline.value("select count(*) from backfill_windows "
                    + "where claimed_by is not null and state = 'open'").equals(0L)
                    && cursors(end) == 3);
            assertThat(control.getBackfillJobs()).anySatisfy(job -> assertThat(job).contains("0 of 1 windows"));
        } finally {
            control.resumeIngestion();
        }
        assertThat(control.isIngestionPaused()).isFalse();
        await().until(() -> control.getBackfillJobs().length == 0);
        pollNow();
    }

    @Test
    void a_backfill_is_started_paused_resumed_and_cancelled() {
        String opened = control.startBackfill("2025-06-01", "2026-03-01", " 61001, 61002 ");
        assertThat(opened).matches("Opened backfill job \\d+ \\(range, open\\): 0 of \\d+ windows.*");
        long job = Long.parseLong(opened.replaceFirst("Opened backfill job (\\d+) .*", "$1"));
        assertThat(control.pauseBackfill(job)).contains("(range, paused)");
        assertThat(control.getBackfillJobs()).singleElement().asString().contains("paused");
        assertThat(control.resumeBackfill(job)).contains("(range, open)");
        assertThat(control.cancelBackfill(job)).contains("(range, cancelled)");
        await().until(() -> control.getInHand() == 0);
        assertThat(control.getBackfillJobs()).isEmpty();
        assertThat(control.startGapBackfill("")).contains("Nothing to read");
    }

    @Test
    void wrong_arguments_are_explained_and_nothing_is_done() {
        assertThatThrownBy(() -> control.startBackfill("1.2.2026", "2026-03-01", ""))
                .hasMessageContaining("startDate is '1.2.2026'; allowed: a day as YYYY-MM-DD");
        assertThatThrownBy(() -> control.startBackfill("2026-03-01", "2026-03-01", ""))
                .hasMessageContaining("the end is exclusive");
        assertThatThrownBy(() -> control.startBackfill("2026-02-01", "2026-03-01", "all"))
                .hasMessageContaining("channelIds is 'all'; allowed: numbers separated by commas");
        assertThatThrownBy(() -> control.startBackfill("2026-02-01", "2026-03-01", "99"))
                .hasMessageContaining("channel 99 does not exist");
        assertThatThrownBy(() -> control.cancelBackfill(4711)).hasMessageContaining("Backfill job 4711 does not exist");
        assertThatThrownBy(() -> control.replayDeadLetters("no-such-rule")).hasMessageContaining(
                "dead-letter rule 'no-such-rule' does not exist");
        assertThat(wattline.value("select count(*) from backfill_jobs where created_by <> 'jmx'")).isEqualTo(0L);
    }

    @Test
    void what_goes_wrong_reaches_a_console_without_classes_that_it_has_not() {
        assertThatThrownBy(() -> SERVER.invoke(name, "pauseBackfill", new Object[] {4711L}, new String[] {"long"}))
                .isInstanceOfAny(RuntimeMBeanException.class, MBeanException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dead_letters_of_a_rule_are_replayed() {
        control.startBackfill("2026-01-01", "2026-02-01", "61001");
        await().until(() -> control.getBackfillJobs().length == 0);
        String rule = (String) wattline.value("select rule from dead_letters where status = 'open' "
                + "and rule <> 'timestamp' group by 1 order by count(*) desc limit 1");
        assertThat(control.replayDeadLetters(rule))
                .matches("Replayed dead letters of rule " + rule + ": 0 kept, [1-9]\\d* rejected again, 0 broken");
    }

    @Test
    void operations_have_the_names_that_people_rely_on() throws Exception {
        assertThat(Arrays.stream(SERVER.getMBeanInfo(name).getOperations()).map(MBeanOperationInfo::getName))
                .contains(
                        "pauseIngestion",
                        "resumeIngestion",
                        "triggerIngestion",
                        "startBackfill",
                        "startGapBackfill",
                        "pauseBackfill",
                        "resumeBackfill",
                        "cancelBackfill",
                        "replayDeadLetters");
    }
}
