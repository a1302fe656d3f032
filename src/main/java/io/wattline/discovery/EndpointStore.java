package io.wattline.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables {@code api_endpoints} and {@code api_endpoint_runs}. */
public final class EndpointStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The findings of an older run that was cut off may be outdated. */
    private static final Duration RESUMED_WITHIN = Duration.ofDays(1);

    private final Sql sql;
    private final Clock clock;

    public EndpointStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Long openRun() {
        return sql.one(
                "select max(run_id) from runs where kind = 'discover' and finished_at is null and started_at > ?",
                row -> row.getObject(1, Long.class),
                clock.instant().minus(RESUMED_WITHIN));
    }

    List<String> deviceTypes() {
        return sql.all(
                "select distinct device_type from devices where device_type ~ '^\\w+$' order by 1",
                row -> row.getString(1));
    }

    /**
     * The findings of the run so far, in the order of the requests. Requests without a response are left out and
     * repeated.
     */
    List<ProbeResult> found(long runId) {
        return sql.all(
                "select finding::text from api_endpoint_runs where run_id = ? and status is not null order by"
                        + " asked_at, endpoint",
                row -> read(row.getString(1), ProbeResult.class),
                runId);
    }

    /** Where the endpoint led when it last responded; empty where it never has. */
    List<Probe> ledTo(String endpoint) {
        return sql
                .all(
                        "select finding::text from api_endpoint_runs where endpoint = ? and finding ->> 'state' = ?"
                                + " order by run_id desc limit 1",
                        row -> read(row.getString(1), ProbeResult.class).leads(),
                        endpoint,
                        ProbeResult.ANSWERED)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    void keep(long runId, ProbeResult finding) {
        sql.update(
                SqlFile.text("endpoint-finding-keep"), runId, finding.probe().endpoint(), clock.instant(),
                write(finding), finding.status(), finding.millis(), finding.bytes(), finding.rows(), finding.pages());
    }

    List<Endpoint> endpoints() {
        return sql.all(
                SqlFile.text("endpoints"),
                row -> new Endpoint(
                        row.getString("endpoint"),
                        row.getString("origin"),
                        row.getObject("status", Integer.class),
                        row.getString("state"),
                        row.getString("note"),
                        row.getString("paging"),
                        row.getString("used_by"),
                        row.getString("feeds"),
                        row.getObject("millis", Long.class),
                        row.getObject("bytes", Integer.class),
                        row.getString("structure") == null ? null : read(row.getString("structure"), JsonNode.class)));
    }

    /**
     * Makes the findings the inventory and ends the run. An endpoint that is not found any more is gone and keeps its
     * structure.
     */
    void remember(long runId, List<ProbeResult> findings, List<SourceChange> changes, ResourceList resources) {
        Set<String> gone = changes.stream()
                .filter(change -> change.kind().equals("gone"))
                .map(SourceChange::endpoint)
                .collect(Collectors.toSet());
        Set<String> changed = changes.stream().map(SourceChange::endpoint).collect(Collectors.toSet());
        findings.forEach(finding -> remember(runId, finding, gone, changed, resources));
        String[] absent = gone.toArray(String[]::new);
        sql.update(
                "update api_endpoints set state = 'gone', changed_at = ? where endpoint = any(?) and run_id <> ?",
                clock.instant(), absent, runId);
        sql.update("update runs set finished_at = ? where run_id = ?", clock.instant(), runId);
    }

    private void remember(
            long runId, ProbeResult finding, Set<String> gone, Set<String> changed, ResourceList resources) {
        Probe probe = finding.probe();
        ResourceList.Resource resource =
                resources.find(probe.resource()).orElse(new ResourceList.Resource("", "", "", "", "", ""));
        String state = gone.contains(probe.endpoint()) ? "gone" : finding.state();
        sql.update(
                SqlFile.text("endpoint-keep"), probe.endpoint(), probe.method(), probe.template(), probe.origin(),
                probe.path(), resource.isUsedBy(probe) ? resource.used() : "", resource.feeds(), finding.status(),
                state, finding.note(), finding.paging(),
                finding.structure() == null ? null : finding.structure().toString(), clock.instant(), clock.instant(),
                runId, changed.contains(probe.endpoint()));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A finding is always JSON", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Table api_endpoints has an unreadable finding: " + e.getOriginalMessage(), e);
        }
    }
}
