package io.wattline.routes;

import static io.wattline.testing.GuestRoute.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.settings.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the text of a routes file says of itself, held against config/routes.yaml as it is. */
class RouteReviewTest {

    private static final String OTHER = GUEST.replace("guest-a", "other-a");

    private static final RouteReview REVIEW = new RouteReview(
            RoutePolicy.parse(ConfigFile.read(Path.of("").toAbsolutePath(), "config/routes.yaml")),
            settings(),
            Map.<String, Class<?>>of("breakdowns", Reports.class, "dataSource", DataSource.class)::get,
            Set.of("breakdowns"),
            List.of("direct:other-a"));

    /** A bean. */
    public interface Reports {

        void report(String route, Exception failure);
    }

    @Test
    void a_file_that_is_as_it_should_be_is_complained_of_by_nobody() {
        assertThat(review(GUEST)).isEmpty();
    }

    static Stream<Arguments> brokenEdits() {
        return Stream.of(
                edit(
                        "yaml that is none",
                        "description: A route of the test.",
                        "description: A route: of the test.",
                        "no valid YAML, mapping values"),
                edit(
                        "a key a second time",
                        "    id: guest-a\n",
                        "    id: guest-a\n    id: guest-b\n",
                        "'id' a second " + "time"),
                edit(
                        "a component that is not on the list",
                        "uri: log:guest",
                        "uri: lag:guest",
                        "endpoint 'lag:', " + "which is not on the list"),
                edit(
                        "a program",
                        "uri: log:guest",
                        "uri: exec:rm?args=-rf",
                        "endpoint 'exec:', which runs any " + "program of the machine"),
                edit("a container", "uri: log:guest", "uri: docker:run", "endpoint 'docker:'"),
                edit("another machine", "uri: log:guest", "uri: ssh:root@elsewhere", "endpoint 'ssh:'"),
                edit(
                        "any folder",
                        "uri: log:guest",
                        "uri: file:/etc",
                        "'file:/etc'; allowed: file: followed by " + "{{spool.directory}}"),
                edit(
                        "a folder beside the allowed one",
                        "uri: log:guest",
                        "uri: file:{{spool.directory}}/../config",
                        "file:"),
                edit(
                        "a folder that is made while it runs",
                        "uri: log:guest",
                        "uri: file:{{spool.directory}}-${body}",
                        "file:"),
                edit(
                        "a statement in a route",
                        "uri: log:guest",
                        "uri: sql:delete from readings",
                        "'sql:delete " + "from readings'"),
                edit(
                        "a statement that is not there",
                        "uri: log:guest",
                        "uri: sql:classpath:db/sql/nothing.sql",
                        "db/sql/nothing.sql does not exist"),
                edit(
                        "an address that is made while it runs",
                        "uri: log:guest",
                        "uri: ${header.anywhere}",
                        "sends to an address that is made while it runs"),
                edit(
                        "a script",
                        "simple:\n                expression: ${body}",
                        "groovy:\n                " + "expression: System.exit(1)",
                        "language 'groovy'",
                        14),
                edit("a step with a script", "- setBody:", "- script:", "language 'script'", 10),
                edit("a bean that nobody binds", "ref: breakdowns", "ref: nobody", "unknown bean 'nobody'"),
                edit(
                        "a bean that no route may call",
                        "ref: breakdowns",
                        "ref: dataSource",
                        "bean 'dataSource', which " + "no route may call"),
                edit(
                        "a method that the bean lacks",
                        "method: report(",
                        "method: reported(",
                        "unknown method " + "'reported' of bean 'breakdowns'",
                        22),
                edit(
                        "a class instead of a bean",
                        "ref: breakdowns",
                        "beanType: java.lang.Runtime",
                        "a class: 'java.lang.Runtime'"),
                edit(
                        "a bean in Simple",
                        "expression: ${body}",
                        "expression: ${bean:java.lang.Runtime?method=exec}",
                        "a class: '${bean:java.lang.Runtime?method=exec}'"),
                edit(
                        "a bean in an address",
                        "uri: log:guest",
                        "uri: log:guest?exchangeFormatter=#nobody",
                        "bean 'nobody'"),
                edit(
                        "a reader that there is not",
                        "uri: log:guest",
                        "uri: direct:nowhere",
                        "no route reads " + "direct:nowhere"),
                edit(
                        "an endpoint that another route reads",
                        "uri: direct:guest-a",
                        "uri: direct:other-a",
                        "direct:other-a, which a route in other.camel.yaml, line 7 reads too"),
                edit(
                        "a route without an id",
                        "    id: guest-a\n    description",
                        "    description",
                        "route without " + "an id"),
                edit(
                        "a call that leaves Wattline without a description",
                        "            description: Somewhere.\n      " + "      uri: log:guest",
                        "            uri: http:guest",
                        "to guest-a-to without a description",
                        16),
                edit(
                        "a route without a description",
                        "    description: A route of the test.\n",
                        "",
                        "route guest-a " + "without a description",
                        2),
                edit("a step without an id", "            id: guest-a-say\n", "", "bean without an id"),
                edit(
                        "a step with the id of another route",
                        "id: guest-a-say",
                        "id: say",
                        "bean say, whose id does " + "not begin with the id of its route"),
                edit(
                        "an endpoint with another name than its route",
                        "uri: direct:guest-a",
                        "uri: direct:guests",
                        "route guest-a reads 'direct:guests'"),
                edit(
                        "objects of its own",
                        "- route:",
                        "- beans: [{name: guest, type: java.lang.Thread}]\n- route:",
                        "'beans' makes objects"),
                edit(
                        "an id of another file",
                        "id: guest-a-body",
                        "id: other-a-body",
                        "id 'other-a-body', which " + "stands in other.camel.yaml, line 10 too"),
                edit(
                        "a configuration that nobody defines",
                        "    id: guest-a\n",
                        "    id: guest-a\n    " + "routeConfigurationId: braekdowns\n",
                        "routeConfigurationId 'braekdowns'"),
                edit(
                        "a comparison of numbers",
                        "expression: ${body}",
                        "expression: ${body} > 100.5",
                        "compares numbers in Simple"),
                edit(
                        "a setting that there is not",
                        "uri: log:guest",
                        "uri: log:{{guest.name}}",
                        "{{guest.name}}, " + "which routes cannot read"),
                edit(
                        "a secret",
                        "uri: log:guest",
                        "uri: log:{{eniscope.api.key}}",
                        "{{eniscope.api.key}}, which " + "routes cannot read"),
                edit(
                        "an expression in short form",
                        "simple:\n                expression: ${body}",
                        "simple: ${body}",
                        "'simple' of setBody guest-a-body in short form"),
                edit(
                        "an expression outside",
                        "expression:\n              simple:\n                expression: " + "${body}",
                        "simple:\n              expression: ${body}",
                        "'simple' of setBody guest-a-body outside of 'expression'",
                        13));
    }

    /** The complaint is where the edit begins. */
    private static Arguments edit(String what, String good, String bad, String found) {
        String[] before = GUEST.split("\n");
        String[] after = GUEST.replace(good, bad).split("\n");
        return edit(
                what,
                good,
                bad,
                found,
                IntStream.range(0, before.length)
                                .filter(line -> !before[line].equals(after[line]))
                                .findFirst()
                                .orElseThrow()
                        + 1);
    }

    private static Arguments edit(String what, String good, String bad, String found, int line) {
        return Arguments.of(what, GUEST.replace(good, bad), found, line);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenEdits")
    void a_broken_edit_is_complained_of_with_file_and_line(String what, String text, String found, int line) {
        assertThat(text).isNotEqualTo(GUEST);
        List<Complaint> complaints = review(text);
        assertThat(complaints).extracting(Complaint::text).anySatisfy(each -> assertThat(each)
                .startsWith("guest.camel.yaml, line " + line + ": ")
                .contains(found));
        assertThat(complaints).allSatisfy(each -> assertThat(each.allowed()).isNotBlank());
    }

    @Test
    void a_route_that_begins_with_its_input_is_told_how_it_is_written() {
        assertThat(review("- from:\n    uri: direct:guest\n    steps:\n      - log: hello\n"))
                .extracting(Complaint::text)
                .contains(
                        "guest.camel.yaml, line 1: '- from:' at the top of the file; allowed: '- route:' with id, "
                                + "description and, in it, 'from:'",
                        "guest.camel.yaml, line 4: 'log' in short form; allowed: log: with an id "
                                + "and, in it, what it does");
    }

    @Test
    void a_class_keeps_a_text_from_being_loaded_since_camel_would_make_an_object_of_it() {
        assertThat(REVIEW.review(Map.of("guest.camel.yaml", GUEST, "other.camel.yaml", OTHER)).loadable()).isTrue();
        assertThat(REVIEW.review(Map.of(
                                "guest.camel.yaml",
                                GUEST.replace("${body}", "${bean:java.lang.Thread?method=run}"),
                                "other.camel.yaml",
                                OTHER))
                        .loadable())
                .isFalse();
    }

    @Test
    void an_entry_of_the_program_must_be_read() {
        assertThat(REVIEW.review(Map.of("guest.camel.yaml", GUEST)).complaints()).extracting(Complaint::text)
                .containsExactly("routes: no route reads direct:other-a, to which Wattline itself sends; allowed: "
                        + "what is sent to is read");
    }

    private static List<Complaint> review(String text) {
        return REVIEW.review(Map.of("guest.camel.yaml", text, "other.camel.yaml", OTHER)).complaints();
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("spool.directory", "/var/lib/wattline/spool");
        return settings;
    }
}
