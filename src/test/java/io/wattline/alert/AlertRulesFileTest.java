package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.settings.ConfigFile;
import io.wattline.testing.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code config/alerts.yaml} may say, and how it is told what it may not. */
class AlertRulesFileTest {

    private static final String GOOD = """
            channels:
              - {name: email, type: email, severities: [critical, warning]}
            rules:
              - name: stale
                description: No data
                condition: last_reading_age > 4 intervals
                severity: warning
                action: Look.
                runbook: docs/runbooks/channel-stale.md
            """;

    @Test
    void the_rules_that_ship_are_read_and_each_has_its_page_and_every_page_its_rule() throws IOException {
        AlertRules rules = shipped();
        assertThat(rules.rules()).hasSizeGreaterThan(20);
        for (AlertRule rule : rules.rules()) {
            assertThat(rule.runbook()).isEqualTo("docs/runbooks/" + rule.name() + ".md");
            assertThat(Files.readString(Path.of(rule.runbook())))
                    .contains("# " + rule.name(), "## Meaning", "## Impact", "## Diagnosis", "## Mitigation");
        }
        try (Stream<Path> pages = Files.list(Path.of("docs/runbooks"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals("README")))
                    .containsExactlyInAnyOrderElementsOf(rules.rules().stream().map(AlertRule::name).toList());
        }
    }

    @Test
    void every_measure_is_watched_by_a_rule_that_ships_and_those_of_the_database_have_their_statement() {
        assertThat(shipped().requests().stream().map(MeasureRequest::measure)).contains(Measure.values());
        assertThat(Measure.values())
                .allSatisfy(measure -> assertThat(Files.exists(Path.of("db/sql/measure-" + measure.file() + ".sql")))
                .as(measure.word())
                .isEqualTo(measure.ofDatabase()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "last_reading_age > 4 intervals|last_reading_age > 4 moons|line 6: found '4 moons' after last_reading_age; "
                + "allowed: a length of time",
        "last_reading_age > 4 intervals|last_reading_age|line 6: found no comparison after last_reading_age; allowed: "
                + "one of > >= < <= =",
        "last_reading_age > 4 intervals|last_reading_age => 1h|line 6: found '=>'; allowed: one of > >= < <= =",
        "last_reading_age > 4 intervals|reading_age > 1h|line 6: found the unknown measure 'reading_age'; allowed: "
                + "one of [last_reading_age",
        "last_reading_age > 4 intervals|last_reading_age(1h) > 1h|line 6: found (1h) after last_reading_age; allowed: "
                + "brackets only after",
        "last_reading_age > 4 intervals|null_rate > 5 %|line 6: found no length after null_rate; allowed: how far "
                + "back it looks, such as null_rate(1h)",
        "last_reading_age > 4 intervals|null_rate(24h) > 5|line 6: found '5' after null_rate; allowed: a share such "
                + "as 5 %",
        "last_reading_age > 4 intervals|breaker_open > 1|line 6: found '> 1' after breaker_open; allowed: nothing",
        "last_reading_age > 4 intervals|channel_state = 1|line 6: found no kind after channel_state",
        "last_reading_age > 4 intervals|completeness(1d) < all expected|line 6: found 'all expected' after "
                + "completeness",
        "severity: warning|severity: bad|line 7: found 'bad'; allowed: critical, warning or info",
        "name: stale|name: Stale Channel|line 4: found 'Stale Channel'; allowed: small letters",
        "severity: warning|sverity: warning|unknown key 'sverity'",
        "severity: warning|severity: warning\\n    for: soon|line 8: found 'soon'; allowed: a whole number and a unit",
        "severity: warning|severity: warning\\n    inhibits: [other]|line 4: found rule 'stale' inhibits the unknown "
                + "rule 'other'",
        "severity: warning|severity: warning\\n    inhibits: [stale]|line 4: found rule 'stale' inhibits itself",
        "severity: warning|severity: warning\\n    clear: gap_hours < 1h|line 8: found 'gap_hours < 1h'; allowed: the "
                + "measure of the condition, last_reading_age",
        "severities: [critical, warning]|severities: [loud]|line 2: found 'loud'; allowed: critical"})
    void what_is_wrong_is_told_with_its_line_and_what_is_allowed(String good, String bad, String said) {
        String text = GOOD.replace(good, bad.replace("\\n", "\n"));
        assertThatThrownBy(() -> AlertRules.parse("alerts.yaml", text)).hasMessageContaining("alerts.yaml, line")
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "last_reading_age > 4 intervals|3600|900|NaN|false", "last_reading_age > 4 intervals|3601|900|NaN|true",
                "last_reading_age > 4 intervals|3601|3600|NaN|false",
        "last_reading_age >= 1h|3600|NaN|NaN|true", "active_channels < all expected|19|NaN|20|true",
                "active_channels < all expected|20|NaN|20|false",
        "active_channels < all expected|0|NaN|0|false", "active_channels < 75 % of expected|15|NaN|20|false",
                "active_channels < 75 % of expected|14|NaN|20|true",
        "null_rate(24h) > 5 %|0.05|NaN|NaN|false", "null_rate(24h) > 5 %|0.0501|NaN|NaN|true",
                "completeness(1d) < 99.5 %|0.994|NaN|NaN|true",
        "backlog = 2|2|NaN|NaN|true", "breaker_open|1|NaN|NaN|true", "breaker_open|0|NaN|NaN|false",
                "channel_state(dead)|1|NaN|NaN|true"})
    void a_condition_holds_by_what_was_measured_and_what_the_channel_is_bound_to(String condition, double value,
            double intervalSeconds, double expected, boolean holds) {
        assertThat(Condition.parse(condition)
                .holds(new Measurement(AlertSubject.wattline(), value, expected, intervalSeconds, null)))
                .isEqualTo(holds);
    }

    @Test
    void an_edit_takes_effect_and_a_bad_one_is_refused_once_and_the_rules_from_before_go_on() {
        AtomicReference<String> file = new AtomicReference<>(GOOD);
        List<String> inForce = new ArrayList<>();
        LiveRules rules = new LiveRules(() -> new ConfigFile("alerts.yaml", file.get()), inForce::add);
        file.set(GOOD.replace("4 intervals", "2 intervals"));
        assertThat(rules.now().rules().get(0).condition()).hasToString("last_reading_age > 2 intervals");
        try (CapturedLog log = CapturedLog.open()) {
            file.set(GOOD.replace("severity: warning", "severity: bad"));
            assertThat(rules.now().rules().get(0).condition()).hasToString("last_reading_age > 2 intervals");
            rules.now();
            assertThat(log.lines()).filteredOn(line -> line.startsWith("ERROR") && line.contains("line 7")).hasSize(1);
        }
        assertThat(rules.refusal()).hasValueSatisfying(why -> assertThat(why).contains("line 7"));
        file.set(GOOD);
        assertThat(rules.now().rules().get(0).condition()).hasToString("last_reading_age > 4 intervals");
        assertThat(rules.refusal()).isEmpty();
        assertThat(inForce).containsExactly(GOOD, GOOD.replace("4 intervals", "2 intervals"), GOOD);
    }

    static AlertRules shipped() {
        ConfigFile file = ConfigFile.read(Path.of("").toAbsolutePath(), "config/alerts.yaml");
        return AlertRules.parse(file.name(), file.text());
    }
}
