package io.wattline.lab.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesTest {

    private static Simulator simulator;
    private static SimulatorCaller caller;

    @BeforeAll
    static void start() {
        simulator = Started.with();
        caller = SimulatorCaller.loggedIn(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void the_installation_has_17_devices_and_20_channels_of_which_3_are_dead() {
        assertThat(caller.json("/devices").get("devices")).hasSize(17);
        assertThat(caller.json("/channels").get("channels")).hasSize(20);
        assertThat(caller.json("/organizations").get("organizations")).hasSize(4);
        assertThat(caller.json("/meters").get("meters")).hasSize(14);
        assertThat(Started.PLANT.channels().stream().filter(PlantChannel::dead)).hasSize(3);
    }

    @Test
    void a_list_gives_20_rows_and_says_how_many_there_are() {
        try (Simulator large = Simulator.start(SimulatorSettings.of(Plant.of(245, 1), Started.settings().clock()))) {
            SimulatorCaller largeCaller = SimulatorCaller.loggedIn(large);
            JsonNode list = largeCaller.json("/channels");
            assertThat(list.get("channels")).hasSize(20);
            assertThat(list.get("meta").toString())
                    .isEqualTo("{\"currentPage\":1,\"recordsPerPage\":20,\"recordCount\":245,\"pageCount\":13}");
            assertThat(largeCaller.json("/channels?limit=500").get("channels")).hasSize(100);
            assertThat(largeCaller.json("/channels?limit=0").get("channels")).hasSize(245);
            Set<String> ids = new HashSet<>();
            for (int page = 1; page <= 3; page++) {
                largeCaller
                        .json("/channels?limit=100&page=" + page)
                        .get("channels")
                        .forEach(row -> ids.add(row.get("dataChannelId").asText()));
            }
            assertThat(ids).hasSize(245);
            assertThat(largeCaller.json("/channels?page=14").get("channels")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "devices", "meters", "channels"})
    void ids_flags_counts_and_epochs_in_rows_are_strings(String resource) {
        for (JsonNode row : caller.json("/" + resource + "?limit=0").get(resource)) {
            row.properties().forEach(field -> assertThat(field.getValue().isNumber()).as(field.getKey()).isFalse());
        }
    }

    @Test
    void the_same_path_works_bare_and_with_a_version() {
        String root = simulator.url().substring(0, simulator.url().length() - 3);
        for (String prefix : List.of("", "/v1", "/v1/1")) {
            assertThat(caller.call("GET", root + prefix + "/channels/", "").statusCode()).as(prefix).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "organization=23274, 4",
        "organization=99, 0",
        "name=MAIN*, 4",
        "name=HVAC, 1",
        "displayedPhase=system, 15",
        "displayedPhase=!system, 5",
        "deviceTypeId=!20, 5",
        "uninstalledTs=null, 20",
        "uninstalledTs=!null, 0",
        "name=MAIN%20INCOMER%20L*&displayedPhase=2, 1",
        "nonsense=1, 20"
    })
    void filters_choose(String filter, int rows) {
        assertThat(caller.json("/channels?limit=0&" + filter).get("channels")).hasSize(rows);
    }

    @Test
    void one_point_has_several_views_and_only_one_is_the_point() {
        JsonNode views = caller.json("/channels?name=MAIN*").get("channels");
        assertThat(views.findValuesAsText("meterId")).containsOnly(views.get(0).get("meterId").asText());
        assertThat(views.findValuesAsText("displayedPhase")).containsExactly("system", "1", "2", "3");
        assertThat(views.findValues("isMeteringPoint").stream().map(JsonNode::booleanValue))
                .containsExactly(true, false, false, false);
    }

    @Test
    void links_of_channels_and_meters_have_no_id_and_name_another_host() {
        assertThat(caller.json("/channels").at("/channels/0/links/self").asText())
                .isEqualTo("https://core.eniscope.com/v1/1/dataChannels");
        assertThat(caller.json("/meters").at("/meters/0/links/self").asText())
                .isEqualTo("https://core.eniscope.com/v1/1/meters");
    }

    @Test
    void a_collection_is_embedded_in_its_owner() {
        JsonNode mill = caller.json("/organizations/23272/meters");
        assertThat(mill.get("organizationName").asText()).isEqualTo("Example Mill");
        assertThat(mill.get("meters")).hasSize(6);
        assertThat(caller.json("/organizations/23271/metersbelow").get("metersbelow")).hasSize(14);
        assertThat(caller.json("/organizations/23271/pagedmetersbelow?limit=5").get("pagedmetersbelow")).hasSize(5);
        assertThat(caller.json("/alarms/501/alarmrules").at("/alarmrules/0/field").asText()).isEqualTo("E");
        assertThat(caller.json("/alarms/501/alarmperiods").at("/alarmperiods/0/startTime").asText()).isEqualTo("22:00");
        assertThat(caller.json("/organizations/23271/tariffs")
                        .at("/tariffs/0/tariffName")
                        .asText())
                .isEqualTo("Day and night");
        assertThat(caller.json("/organizations/23272/tariffs").get("tariffs")).isEmpty();
        assertThat(caller.json("/devices/81001/channels").get("channels")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/channels/61001",
                "/devices/81001",
                "/meters/71001",
                "/organizations/23272",
                "/events",
                "/alarms",
                "/accounts",
                "/registrations",
                "/customparameters",
                "/devicecustomparameters",
                "/devicetypes",
                "/alarms/501/alarmperiods",
                "/alarmperiods/7001",
                "/tariffs/5"
            })
    void everything_known_can_be_asked_for(String path) {
        assertThat(caller.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/channels/1",
                "/nonsense",
                "/",
                "/fields/99",
                "/readings/1?fields[]=E",
                "/readings/abc",
                "/organizations/23272/nonsense"
            })
    void what_does_not_exist_is_404(String path) {
        assertThat(caller.get(path.replace("[]", "%5B%5D")).statusCode()).isEqualTo(404);
    }

    @Test
    void custom_parameters_come_as_result() {
        assertThat(caller.json("/customparameters").at("/result/0/parameterName").asText()).isEqualTo("wph");
    }

    @Test
    void a_device_type_and_a_channel_say_which_fields_they_offer() {
        JsonNode fields = caller.json("/fields/20");
        assertThat(fields.get(0).toString())
                .isEqualTo("{\"code\":\"E\",\"label\":\"Energy\",\"type\":\"counter\",\"unit\":\"Wh\"}");
        assertThat(fields).hasSize(28);
        JsonNode options = SimulatorCaller.parsed(
                caller.call("OPTIONS", simulator.url() + "/readings/61002/", "").body());
        assertThat(options.toString())
                .isEqualTo("{\"filters\":{\"fields\":[\"E\",\"P\",\"V\",\"I\",\"PF\",\"Q\",\"S\",\"F\",\"D\"]}}");
        assertThat(SimulatorCaller.parsed(caller.call("OPTIONS", simulator.url() + "/channels/", "")
                                .body())
                        .at("/filters"))
                .isNotEmpty();
    }
}
