package io.wattline.documents;

import io.wattline.metrics.MetricsCatalogue;
import java.util.List;

/** What {@code /metrics} says, metric by metric. */
record MetricsPage() implements Document {

    @Override
    public String path() {
        return "docs/metrics.md";
    }

    @Override
    public String text() {
        Markdown text = new Markdown().add("# Metrics").add(Document.note("`MetricsCatalogue`"));
        text.add(
                """
                `GET /metrics` returns Prometheus' text format. Besides the metrics below it has `jvm_*`, `process_*`,
                `system_*` and `hikaricp_*` (the connection pool). A summary has `_count` and `_sum` in seconds, and
                `_max` of the last minutes. No label holds a channel or a site, so the number of series does not grow
                with the number of channels; channels and sites are in the database (`v_channel_health`,
                `v_data_quality_scorecard`).

                `config/observability/prometheus-rules.yaml` has recording and alerting rules with their tests.
                `config/observability/grafana-dashboard.json` is a dashboard to import. The rules watch what a
                stopped or stuck process cannot report itself, and repeat the causes of `config/alerts.yaml`.""");
        text.table(
                List.of("metric", "type", "labels", "what it says"),
                MetricsCatalogue.all().stream()
                        .map(entry -> List.of(
                                "`" + entry.name() + "`",
                                entry.type(),
                                Markdown.plain(entry.labels()),
                                Markdown.plain(entry.help())))
                        .toList());
        return text.toString();
    }
}
