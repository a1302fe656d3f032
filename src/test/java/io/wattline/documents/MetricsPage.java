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
        text.add("""
                `GET /metrics` answers in Prometheus' text format. Beside what is below come `jvm_*`, `process_*`, `system_*` and `hikaricp_*` (the pool of connections). A summary has
                `_count` and `_sum` in seconds, and `_max` of the last minutes. No label takes a channel or a site: how many series there are does not grow with the plant; channels and sites
                are in the database (`v_channel_health`, `v_data_quality_scorecard`).

                `config/observability/prometheus-rules.yaml` has recording and alerting rules with their tests, `config/observability/grafana-dashboard.json` a dashboard to import. They watch
                what a process that is gone or stuck cannot tell of itself, and repeat the causes of `config/alerts.yaml`.""");
        text.table(List.of("metric", "type", "labels", "what it says"), MetricsCatalogue.all().stream()
                .map(entry -> List.of("`" + entry.name() + "`", entry.type(), Markdown.plain(entry.labels()), Markdown.plain(entry.help()))).toList());
        return text.toString();
    }
}
