package io.wattline.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.app.RunMode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import io.wattline.testing.Scrape;
import io.wattline.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What {@code /metrics} says of a service that has polled, looked at itself and met bad data, by the conventions of
 * Prometheus.
 */
class MetricsTest {

    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static WattlineUnderTest wattline;
    private static String scrape;

    @BeforeAll
    static void scrape() {
        MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:10:00Z"));
        wattline = WattlineUnderTest.start(
                SimulatorSettings.of(Plant.of(2, 1), clock).withFaults(Set.of(Fault.BAD_VALUES)),
                clock,
                Map.of(
                        "readings.history",
                        "3d",
                        "readings.poll.cron",
                        "0/1 * * * * ?",
                        "operations.look.cron",
                        "0/1 * * * * ?"),
                RunMode.TIMERS);
        await().until(() -> Scrape.of(wattline).value("wattline_polls_total{result=\"ok\"}") >= 2
                && Scrape.of(wattline).value("wattline_dead_letters_open") > 0
                && Scrape.of(wattline)
                                .value(
                                        "wattline_route_seconds_count{capability=\"operations\","
                                                + "route=\"operations-look\"}")
                        > 0);
        scrape = Scrape.of(wattline).text();
    }

    @AfterAll
    static void close() {
        wattline.close();
    }

    @Test
    void every_metric_of_ours_is_in_the_catalogue_with_the_type_and_the_words_that_it_has_there() {
        Map<String, String> types = families();
        Set<String> unknown = new TreeSet<>(types.keySet().stream()
                .filter(name -> name.startsWith("wattline_") && !name.endsWith("_max"))
                .toList());
        MetricsCatalogue.all().forEach(entry -> unknown.remove(entry.name()));
        assertThat(unknown).as("metrics without a line in MetricsCatalogue").isEmpty();
        assertThat(MetricsCatalogue.all().stream().filter(entry -> types.containsKey(entry.name())))
                .hasSizeGreaterThan(25)
                .allSatisfy(entry -> {
                    assertThat(types.get(entry.name())).as(entry.name()).isEqualTo(entry.type());
                    assertThat(scrape).contains("# HELP " + entry.name() + " " + entry.help());
                });
        assertThat(MetricsCatalogue.all()).extracting(MetricsCatalogue.Entry::name).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void names_and_units_follow_the_conventions() {
        assertThat(families()).allSatisfy((name, type) -> {
            assertThat(name).matches("[a-z][a-z0-9_]*").doesNotContain("__");
            assertThat(name.endsWith("_total")).as(name + " is a " + type).isEqualTo(type.equals("counter"));
            assertThat(name).doesNotContainPattern("_(millis|milliseconds|ms|minutes|hours|kb|mb|percent)(_|$)");
        });
    }

    @Test
    void promtool_finds_nothing_to_complain_about() throws Exception {
        Tool.Result checked = Tool.PROMTOOL.run(scrape, "check", "metrics");
        assertThat(checked.text()).isEmpty();
        assertThat(checked.exitCode()).isZero();
    }

    @Test
    void no_label_grows_with_the_plant() {
        Set<String> labels = Pattern.compile("(?m)^wattline_[a-z_]+\\{(.*)} ")
                .matcher(scrape)
                .results()
                .flatMap(line -> Pattern.compile("([a-z_]+)=\"([^\"]*)\"")
                        .matcher(line.group(1))
                        .results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(labels)
                .isNotEmpty()
                .noneMatch(
                        label -> label.startsWith("channel=") || label.startsWith("site=") || label.contains("6100"));
    }

    @Test
    void routes_are_measured_by_name_and_capability() {
        assertThat(new Scrape(scrape).value("wattline_route_seconds_count{capability=\"poll\",route=\"poll-timer\"}"))
                .isPositive();
        assertThat(new Scrape(scrape)
                        .value("wattline_route_seconds_sum{capability=\"operations\",route=\"operations-look\"}"))
                .isPositive();
        assertThat(scrape)
                .contains(
                        "wattline_route_failures_total{capability=\"operations\",route=\"operations-look\"} 0.0",
                        "wattline_route_failures_handled_total{capability=\"eniscope-api\",route=\"eniscope-ask\"}");
    }

    @Test
    void what_waits_and_how_the_process_is_are_gauges() {
        Scrape now = new Scrape(scrape);
        assertThat(now.value("wattline_dead_letters_open")).isPositive();
        assertThat(now.value("wattline_health_part_up{part=\"database\"}")).isEqualTo(1);
        assertThat(now.value("wattline_disk_free_bytes"))
                .isPositive()
                .isLessThan(now.value("wattline_disk_size_bytes"));
        assertThat(now.value("wattline_spool_files{kind=\"waiting\"}")).isZero();
        assertThat(scrape)
                .contains(
                        "wattline_ingestion_paused 0",
                        "wattline_build_info{java=\"17",
                        "hikaricp_connections_active{pool=\"wattline\"}",
                        "process_uptime_seconds",
                        "jvm_threads_live_threads");
    }

    @Test
    void the_dashboard_and_the_rules_name_no_metric_that_is_not_there() throws Exception {
        Set<String> known = new TreeSet<>(families().keySet());
        MetricsCatalogue.all().forEach(entry -> known.add(entry.name()));
        for (String file : new String[] {"grafana-dashboard.json", "prometheus-rules.yaml"}) {
            String text = Files.readString(Path.of("config/observability", file));
            Set<String> named = Pattern.compile("\\b(wattline|jvm|hikaricp|process)_[a-z_]+")
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .map(name -> name.replaceFirst("_(count|sum|max)$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(named).as(file).hasSizeGreaterThan(8);
            named.removeIf(name -> known.contains(name) || known.contains(name + "_max"));
            assertThat(named).as(file).isEmpty();
        }
    }

    private static Map<String, String> families() {
        return FAMILY.matcher(scrape)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }
}
