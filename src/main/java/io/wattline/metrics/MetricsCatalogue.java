package io.wattline.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.NamingConvention;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every metric of ours, by the name that Prometheus shows, with its labels and what it says: the help text in a scrape, and docs/metrics.md. No label
 * takes a channel, a site or anything else without an end.
 */
public final class MetricsCatalogue {

    /**
     * One metric.
     *
     * @param name   as in a scrape, without {@code _count}, {@code _sum} and {@code _max} of a timer
     * @param type   counter, gauge or summary (a timer: _count, _sum and, of the last minutes, _max)
     * @param labels with their values, or what bounds them
     * @param help   what it says
     */
    public record Entry(String name, String type, String labels, String help) {
    }

    private static final List<Entry> ALL = """
            wattline_alert_deliveries_total|counter|way: types of config/alerts.yaml; outcome: taken, not_taken|Tries to deliver a message to people
            wattline_alert_message_age_seconds|gauge||Age of the oldest message to people that was tried and not taken; 0 where there is none
            wattline_alert_messages_waiting|gauge||Messages to people that are on their way
            wattline_alerts_open|gauge||Alerts that fire
            wattline_api_breaker_state|gauge|state: closed, open, half_open|Whether the circuit breaker in front of the source is in this state
            wattline_api_requests_seconds|summary|outcome: ok, breakdown, breaker_open, too_many_requests, session_ended, log_in_refused, other, or why the source refuses|Requests to the source
            wattline_backfill_windows_open|gauge||Windows of backfill jobs that are not read yet
            wattline_batches_seconds|summary|outcome: ok, failed|Batches of readings that were stored, each in a transaction
            wattline_breakdowns_total|counter|route: names of routes|Errors that no route settles itself
            wattline_build_info|gauge|version; java|1; which program runs
            wattline_dead_letters_open|gauge||Dead letters that wait for somebody
            wattline_disk_free_bytes|gauge||What may still be written on the disk of data/
            wattline_disk_size_bytes|gauge||Size of the disk of data/
            wattline_drift_findings_total|counter|kind: kinds of change|Changes in the form of the source's answers
            wattline_estimates_gaps_total|counter|outcome: methods, none|Gaps that were looked at for an estimate
            wattline_estimates_slots_total|counter|method: methods|Readings that were estimated
            wattline_gaps_missing_slots|gauge|reason: reasons of gaps|Readings that are missing in open gaps
            wattline_gaps_open|gauge|reason: reasons of gaps|Gaps in the readings that are open
            wattline_health_part_up|gauge|part: parts of /health|1 while nothing was wrong with the part at the last look, else 0
            wattline_ingestion_lag_seconds|gauge||Time since the end of what has been taken of the channel that is furthest behind, of those polled since the start
            wattline_ingestion_last_success_timestamp_seconds|gauge||When a poll last ended well, Unix time; 0 before the first
            wattline_ingestion_paused|gauge||1 while an operator holds ingestion
            wattline_operations_look_timestamp_seconds|gauge||When what is open was last counted in the database, Unix time; 0 before the first
            wattline_polls_total|counter|result: ok, failed|Polls of a channel
            wattline_quality_findings_total|counter|rule: rules of config/quality.yaml; result: opened, continued, closed|Findings of the checks over stored readings
            wattline_quality_quarantine_total|counter|result: opened, closed|Channels that went into quarantine or came out
            wattline_quality_refreshes_total|counter||Days of channels whose quality figures were made anew
            wattline_readings_fetched_total|counter||Readings that the source has answered with
            wattline_readings_kept_total|counter|result: inserted, updated, unchanged|Readings that were kept
            wattline_readings_null_bins_total|counter||Slots that the source has answered without a value
            wattline_readings_rejected_total|counter|rule: rules of config/rules.yaml|Readings that break a rule, once for each rule
            wattline_reconciliation_differences_total|counter|kind: missing, changed, extra, rejected, unreadable|Slots that differ from the source's
            wattline_reconciliation_slots_total|counter||Slots that were compared with the source's
            wattline_route_failures_handled_total|counter|route; capability: files of routes/|Exchanges of a route whose failure was handled
            wattline_route_failures_total|counter|route; capability: files of routes/|Exchanges of a route that failed
            wattline_route_seconds|summary|route; capability: files of routes/|Exchanges of a route, from begin to end
            wattline_spool_files|gauge|kind: waiting, unreadable|Files in data/spool
            wattline_timer_late_seconds|gauge||How late the timer that is furthest behind is; 0 where none is
            """.lines().map(MetricsCatalogue::entry).toList();
    private static final Map<String, Entry> BY_NAME = ALL.stream().collect(Collectors.toMap(Entry::name, Function.identity()));

    private MetricsCatalogue() {
    }

    /** In the order of their names. */
    public static List<Entry> all() {
        return ALL;
    }

    /** Gives what the registry will hear of its help texts, and leaves out what has no place there. */
    public static <R extends MeterRegistry> R describe(R registry) {
        // against the conventions of Prometheus, and nobody misses them: nanoseconds, and a count that is no counter's
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time")).meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                Entry entry = BY_NAME.get(name(id));
                return entry == null ? id : new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), entry.help(), id.getType());
            }
        });
        return registry;
    }

    private static String name(Meter.Id id) {
        String name = id.getConventionName(NamingConvention.snakeCase);
        String unit = id.getType() == Meter.Type.TIMER ? "seconds" : id.getBaseUnit();
        String whole = unit == null || name.endsWith("_" + unit) ? name : name + "_" + unit;
        return id.getType() == Meter.Type.COUNTER ? whole + "_total" : whole;
    }

    private static Entry entry(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("Not a name, a type, labels and a help text: " + Arrays.toString(parts));
        }
        return new Entry(parts[0], parts[1], parts[2], parts[3]);
    }
}
