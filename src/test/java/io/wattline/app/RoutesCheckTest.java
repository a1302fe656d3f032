package io.wattline.app;

import static io.wattline.testing.GuestRoute.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.routes.Complaint;
import io.wattline.routes.RouteTexts;
import io.wattline.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An integration engineer has routes checked before they run, with the beans and settings of the real service. */
class RoutesCheckTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Settings SETTINGS = WattlineSettings.load(HOME, "prod", Map.of());

    @Test
    void the_routes_of_this_checkout_have_nothing_to_complain_of() {
        assertThat(check("guest.camel.yaml", GUEST)).isEmpty();
    }

    @Test
    void all_complaints_come_at_once_those_of_camel_too() {
        List<Complaint> complaints = check(
                "guest.camel.yaml",
                GUEST.replace("    description: A route of the test.\n", "")
                                .replace("ref: breakdowns", "ref: nobody")
                                .replace("uri: log:guest", "uri: log:guest?sise=3")
                        + GUEST.replace("guest-a", "guest-b").replace("uri: log:guest", "uri: log:guest?colour=red"));
        assertThat(complaints).extracting(Complaint::text).anySatisfy(each -> assertThat(each)
                .startsWith("guest.camel.yaml, line 17: ")
                .contains("sise"));
        assertThat(complaints)
                .extracting(Complaint::found)
                .hasSize(4)
                .anyMatch(found -> found.contains("route guest-a without a description"))
                .anyMatch(found -> found.contains("bean 'nobody'"))
                .anyMatch(found -> found.contains("sise"))
                .anyMatch(found -> found.contains("colour"));
    }

    @Test
    void what_a_file_takes_from_others_and_from_the_program_is_complained_of() {
        Map<Path, String> texts = RouteTexts.read(HOME.resolve("routes"));
        texts.remove(HOME.resolve("routes/dead-letters.camel.yaml"));
        assertThat(RouteChecks.complaints(SETTINGS, texts)).extracting(Complaint::text)
                .anyMatch(each -> each.matches("(?:poll|take).camel.yaml, line \\d+: no route reads "
                        + "direct:dead-letters-keep;.*"))
                .contains("routes: no route reads direct:dead-letters-replay, to which Wattline itself sends; "
                        + "allowed: what is sent to is read");
    }

    @Test
    void what_only_camel_knows_is_found_with_its_line() {
        assertThat(check("guest.camel.yaml", GUEST.replace("- setBody:", "- setBodi:"))).extracting(Complaint::text)
                .singleElement().asString().startsWith("guest.camel.yaml, line 9: ").contains("setBodi");
    }

    private static List<Complaint> check(String name, String text) {
        Map<Path, String> texts = new TreeMap<>(RouteTexts.read(HOME.resolve("routes")));
        texts.put(HOME.resolve("routes").resolve(name), text);
        return RouteChecks.complaints(SETTINGS, texts);
    }
}
