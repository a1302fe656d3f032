package io.wattline.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.source.SourceRequest;
import io.wattline.source.SourceResponse;
import io.wattline.testing.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a discovery finds at the simulated source, and what it says when that changes. */
class DiscoveryRoutesTest {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-10T09:00:00Z"));
    private static WattlineUnderTest wattline;
    private static Discovered first;

    @TempDir
    private Path folder;

    @BeforeAll
    static void discover_for_the_first_time() {
        SimulatorSettings source = SimulatorSettings.of(Plant.installation(1), CLOCK).withTokenUses(1_000_000);
        wattline = WattlineUnderTest.start(
                source, CLOCK, Map.of("readings.history", "1d", "api.retry.max", "2", "api.retry.delay-max", "20ms"));
        first = run();
    }

    @AfterAll
    static void close() {
        wattline.close();
    }

    @BeforeEach
    void as_it_was() {
        wattline.simulator().faults().set(List.of()).share(0.1);
        CLOCK.advance(Duration.ofHours(1));
    }

    private static Discovered run() {
        return (Discovered) wattline.request("direct:discovery-run", null);
    }

    private static Endpoint endpoint(Discovered discovered, String name) {
        return discovered.endpoints().stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among "
                        + discovered.endpoints().stream().map(Endpoint::name).toList()));
    }

    private static Optional<SourceChange> change(Discovered discovered, String name) {
        return discovered.changes().stream().filter(change -> change.endpoint().equals(name)).findFirst();
    }

    @Test
    void every_documented_resource_was_asked_as_a_list_by_its_first_id_and_by_options() {
        for (String resource : List.of(
                "accounts",
                "alarmrules",
                "alarms",
                "channels",
                "customparameters",
                "devicecustomparameters",
                "devices",
                "devicetypes",
                "events",
                "meters",
                "organizations",
                "registrations")) {
            assertThat(List.of("GET " + resource, "GET " + resource + "/{id}", "OPTIONS " + resource))
                    .allSatisfy(name -> assertThat(endpoint(first, name))
                            .as(name)
                            .matches(Endpoint::isAnswered)
                            .extracting(Endpoint::status)
                            .isEqualTo(200));
        }
        assertThat(endpoint(first, "GET alarmperiods").state()).isEqualTo("answered");
        assertThat(endpoint(first, "GET fields").state()).isEqualTo("refused");
        assertThat(endpoint(first, "GET readings").state()).isEqualTo("refused");
    }

    @Test
    void every_device_type_that_is_present_was_asked_for_its_fields_and_one_of_its_channels_for_readings() {
        for (int type : List.of(20, 21, 38, 45)) {
            assertThat(endpoint(first, "GET fields/" + type).state()).isEqualTo("answered");
            Endpoint readings = endpoint(first, "GET readings/{channel of device type " + type + "}");
            assertThat(readings.used()).isEqualTo("eniscope-readings");
            assertThat(SchemaPaths.of(readings.structure())).containsEntry("records[].ts", "integer");
        }
        assertThat(endpoint(first, "GET fields/16").origin()).isEqualTo("device type");
    }

    @Test
    void links_were_followed_on_the_configured_host_whatever_host_they_name() {
        assertThat(endpoint(first, "GET organizations/{id}/channels"))
                .matches(Endpoint::isAnswered)
                .extracting(Endpoint::origin, Endpoint::feeds)
                .containsExactly("link", "channels");
        assertThat(endpoint(first, "GET organizations/{id}/leaderboard").state()).isEqualTo("refused");
        assertThat(endpoint(first, "GET alarms/{id}/alarmrules"))
                .extracting(Endpoint::state, Endpoint::used, Endpoint::feeds)
                .containsExactly("answered", "eniscope-events-collection", "vendor_alarms");
        assertThat(endpoint(first, "GET alarmrules").used())
                .as("the list of all of them, which nobody asks for")
                .isNull();
        assertThat(endpoint(first, "GET organizations/{id}/tariffs").used()).isEqualTo("eniscope-events-collection");
    }

    @Test
    void links_that_differ_only_in_ids_are_asked_once() {
        String links = "select count(*) from jsonb_path_query((select finding from api_endpoint_runs "
                + "where endpoint = 'GET organizations' order by run_id limit 1), '$.leads[*].path') as p "
                + "where p #>> '{}' ~ ?";
        assertThat((Long) wattline.value(links, "^organizations/\\d+/channels$")).as("organizations, each with its "
                + "link").isGreaterThan(1);
        assertThat(wattline.rows("select path from (select finding -> 'probe' ->> 'path' as path "
                + "from api_endpoint_runs where run_id = (select min(run_id) from api_endpoint_runs)) as asked"
                + " where path ~ '^organizations/\\d+/channels$'")).as("GET and OPTIONS of one of them").hasSize(2);
    }

    @Test
    void a_candidate_that_does_not_exist_is_a_finding_with_its_status() {
        assertThat(endpoint(first, "GET sites"))
                .extracting(Endpoint::origin, Endpoint::state, Endpoint::status)
                .containsExactly("candidate", "refused", 404);
    }

    @Test
    void the_structure_says_types_null_enumerations_and_masked_examples() {
        Map<String, String> channel = SchemaPaths.of(endpoint(first, "GET channels").structure());
        assertThat(channel)
                .containsEntry("channels[].dataType", "string, one of grid meter, solar meter, temperature")
                .containsEntry("channels[].uninstalledTs", "null")
                .containsEntry("channels[].isMeteringPoint", "boolean")
                .containsEntry("meta.pageCount", "integer");
        JsonNode properties = endpoint(first, "GET channels").structure().at("/properties/channels/items/properties");
        assertThat(properties.at("/channelName/examples/0").asText()).matches("[x9 ]+");
        assertThat(properties.at("/isMeteringPoint/examples/0").isBoolean()).as("an example of a truth value").isTrue();
        assertThat(endpoint(first, "GET channels")
                        .structure()
                        .at("/properties/meta/properties/pageCount/examples/0")
                        .isNumber())
                .as("an example of a number")
                .isTrue();
        assertThat(ApiDocuments.json(first, "x"))
                .doesNotContain("MAIN INCOMER", "Example Mill", "demo@example.org", "ops@example.org");
    }

    @Test
    void the_page_for_people_says_once_what_comes_in_several_answers() {
        List<Endpoint> lists = first.endpoints().stream()
                .filter(endpoint -> endpoint.isAnswered() && endpoint.method().equals("GET"))
                .toList();
        Map<String, List<ResponseForms.Line>> forms = ResponseForms.of(lists);
        assertThat(forms.get("GET organizations/{id}"))
                .containsExactly(new ResponseForms.Line("", "as `organizations[]` of `GET organizations`", List.of()));
        assertThat(forms.get("GET organizations/{id}/tariffs"))
                .contains(new ResponseForms.Line("", "as `organizations[]` of `GET organizations`", List.of()))
                .contains(new ResponseForms.Line("tariffs[]", "as `tariffs[]` of `GET tariffs`", List.of()));
        assertThat(forms.get("GET channels"))
                .contains(new ResponseForms.Line("channels[]", "boolean", List.of("costEnabled", "isMeteringPoint")))
                .contains(new ResponseForms.Line(
                        "meta", "integer", List.of("currentPage", "pageCount", "recordCount", "recordsPerPage")));
    }

    @Test
    void time_size_rows_and_pages_of_each_question_are_kept() {
        Map<String, Object> row = wattline.rows("select status, millis, bytes, rows, pages from api_endpoint_runs "
                + "where endpoint = 'GET channels' order by run_id limit 1").get(0);
        assertThat(row).containsEntry("status", 200).containsEntry("rows", 20).containsEntry("pages", 1);
        assertThat((Integer) row.get("bytes")).isGreaterThan(10_000);
        assertThat((Long) row.get("millis")).isBetween(0L, 2_000L);
    }

    @Test
    void a_second_discovery_of_the_same_finds_no_change_and_writes_the_same_files() throws Exception {
        ApiDocuments.write(folder.resolve("first"), first, "the same");
        Discovered second = run();
        assertThat(first.first()).isTrue();
        assertThat(second.first()).isFalse();
        assertThat(second.changes()).isEmpty();
        ApiDocuments.write(folder.resolve("second"), second, "the same");
        for (String file : List.of("api_discovery_results.json", "api.md")) {
            assertThat(folder.resolve("second/" + file)).hasSameTextualContentAs(folder.resolve("first/" + file));
        }
        assertThat(Files.readString(folder.resolve("first/api.md"))).contains("| `channels` | GET, OPTIONS | "
                + "documented | under 1 s |", "`eniscope-metadata`");
    }

    /** With {@code -Dwattline.docs.write=true} it writes them. */
    @Test
    void the_files_in_docs_are_what_is_found_at_the_simulated_installation() throws Exception {
        Path docs = Boolean.getBoolean("wattline.docs.write") ? Path.of("docs") : folder;
        ApiDocuments.write(docs, first, "the simulated installation of ./wattline demo");
        for (String file : List.of("api_discovery_results.json", "api.md")) {
            assertThat(Path.of("docs", file)).hasSameTextualContentAs(docs.resolve(file));
        }
    }

    @Test
    void what_is_added_removed_and_changed_is_said_once_and_again_when_it_is_taken_back() {
        wattline.simulator().faults().on(Fault.RESOURCE_ADDED, Fault.RESOURCE_REMOVED, Fault.RESOURCE_CHANGED);
        Discovered after = run();
        assertThat(change(after, "GET sensors"))
                .hasValueSatisfying(change -> assertThat(change.kind()).isEqualTo("new"));
        assertThat(change(after, "OPTIONS sensors"))
                .hasValueSatisfying(change -> assertThat(change.kind()).isEqualTo("new"));
        assertThat(change(after, "GET customparameters"))
                .hasValueSatisfying(change -> assertThat(change.kind()).isEqualTo("gone"));
        assertThat(change(after, "GET customparameters/{id}"))
                .hasValueSatisfying(change -> assertThat(change.kind()).isEqualTo("gone"));
        assertThat(change(after, "GET registrations")).hasValueSatisfying(change -> {
            assertThat(change.kind()).isEqualTo("changed");
            assertThat(change.details())
                    .contains(
                            "registrations[].autoRenew is new: boolean",
                            "registrations[].expires was string, is integer");
        });
        assertThat(endpoint(after, "GET customparameters").state()).isEqualTo("gone");
        assertThat(run().changes()).isEmpty();

        wattline.simulator().faults().off(Fault.RESOURCE_ADDED, Fault.RESOURCE_REMOVED, Fault.RESOURCE_CHANGED);
        Discovered back = run();
        assertThat(change(back, "GET sensors"))
                .hasValueSatisfying(change -> assertThat(change.kind()).isEqualTo("gone"));
        assertThat(change(back, "GET customparameters"))
                .hasValueSatisfying(change -> assertThat(change.kind()).isEqualTo("new"));
        assertThat(change(back, "GET registrations"))
                .hasValueSatisfying(change -> assertThat(change.kind()).isEqualTo("changed"));
    }

    @Test
    void a_discovery_that_was_cut_off_goes_on_where_it_stopped() {
        long before = wattline.simulator().seen().total();
        run();
        long whole = wattline.simulator().seen().total() - before;
        BiConsumer<Integer, Integer> fails = (done, known) -> {
            if (done == 30) {
                wattline.simulator().faults().set(List.of(Fault.CONNECTION_RESET)).share(1);
            }
        };
        assertThatThrownBy(() -> wattline.request("direct:discovery-run", fails))
                .rootCause()
                .isInstanceOf(SourceSilentException.class)
                .hasMessageContaining("resumes from here");
        wattline.simulator().faults().set(List.of()).share(0.1);
        Long cutOff = (Long) wattline.value("select run_id from runs where kind = 'discover' and finished_at is null");
        before = wattline.simulator().seen().total();
        assertThat(run().changes()).isEmpty();
        assertThat(wattline.simulator().seen().total() - before)
                .as("questions of the second half")
                .isEqualTo(whole - 30)
                .isPositive();
        assertThat(wattline.value("select finished_at is not null from runs where run_id = ?", cutOff)).isEqualTo(true);
    }

    @Test
    void refusals_and_failures_of_what_is_only_explored_leave_the_circuit_breaker_closed() {
        wattline.simulator().faults().set(List.of(Fault.SERVER_ERROR)).share(0.5);
        Discovered shaken = run();
        assertThat(shaken.count("broken")).isPositive();
        assertThat(shaken.changes())
                .as("what is behind a list that breaks down once is not gone")
                .extracting(SourceChange::kind)
                .containsOnly("changed");
        wattline.simulator().faults().set(List.of()).share(0.1);
        assertThat(wattline.simulator().seen().answered(500)).isGreaterThan(30);
        assertThat(((SourceResponse)
                                wattline.request("direct:eniscope-ask", SourceRequest.get("organizations", "", "live")))
                        .body())
                .isNotEmpty();
        run();
    }
}
