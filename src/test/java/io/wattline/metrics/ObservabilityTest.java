package io.wattline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.testing.Tool;
import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules and dashboard that we ship for Prometheus and Grafana. */
class ObservabilityTest {

    private static final Path FOLDER = Path.of("config/observability");
    private static final Path RULES = FOLDER.resolve("prometheus-rules.yaml");

    @Test
    void promtool_takes_the_rules() throws Exception {
        Tool.Result checked = Tool.PROMTOOL.run("", "check", "rules", RULES.toString());
        assertThat(checked.exitCode()).as(checked.text()).isZero();
    }

    @Test
    void every_rule_fires_when_it_should_and_is_quiet_otherwise() throws Exception {
        Tool.Result tested = Tool.PROMTOOL.run(
                "",
                "test",
                "rules",
                FOLDER.resolve("prometheus-rules.test.yaml").toString());
        assertThat(tested.exitCode()).as(tested.text()).isZero();
    }

    @Test
    void every_alert_has_a_severity_a_summary_a_runbook_that_exists_and_a_test() throws IOException {
        String tests = Files.readString(FOLDER.resolve("prometheus-rules.test.yaml"));
        List<YamlValue> alerts = YamlFile.read(RULES).need("groups").items().stream()
                .flatMap(group -> group.need("rules").items().stream())
                .filter(rule -> rule.entries().containsKey("alert"))
                .toList();
        assertThat(alerts).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(alert.need("labels").need("severity").text()).isIn("critical", "warning");
            assertThat(alert.need("annotations").need("summary").text()).isNotBlank();
            assertThat(Path.of(alert.need("annotations").need("runbook_url").text()))
                    .isRegularFile();
            String name = alert.need("alert").text();
            assertThat(Pattern.compile("\\b" + name + "\\b")
                            .matcher(tests)
                            .results()
                            .count())
                    .as(name + ": quiet once, firing once")
                    .isGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void panels_of_the_dashboard_have_numbers_of_their_own_and_do_not_overlap() throws IOException {
        Set<Integer> numbers = new TreeSet<>();
        Set<String> cells = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        JsonNode panels = new ObjectMapper()
                .readTree(Files.readString(FOLDER.resolve("grafana-dashboard.json")))
                .path("panels");
        for (JsonNode panel : panels) {
            assertThat(numbers.add(panel.path("id").asInt())).as(panel.path("title").asText()).isTrue();
            JsonNode at = panel.path("gridPos");
            for (int x = at.path("x").asInt(); x < at.path("x").asInt() + at.path("w").asInt(); x++) {
                for (int y = at.path("y").asInt(); y < at.path("y").asInt() + at.path("h").asInt(); y++) {
                    if (x >= 24 || !cells.add(x + "/" + y)) {
                        twice.add(panel.path("title").asText());
                    }
                }
            }
        }
        assertThat(panels).hasSizeGreaterThan(15);
        assertThat(twice).isEmpty();
    }
}
