package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wattline.routes.RouteFile;
import io.wattline.routes.RouteStep;
import io.wattline.routes.RouteText;
import io.wattline.settings.Settings;
import io.wattline.testing.RouteFiles.Route;
import io.wattline.testing.RouteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What neither the compiler nor the lint of routes sees (RoutesCheckTest runs the lint): what nobody uses, what Camel's
 * schema allows, and what README says.
 */
class WiringTest {

    private static final Pattern INTERNAL = Pattern.compile("(?:direct|seda):[a-zA-Z0-9-]+");
    private static final Pattern SQL =
            Pattern.compile("(?:classpath:)?db/sql/([a-z-]+(?:\\$\\{[^}]+\\})?[a-z-]*)\\.sql");
    private static final Pattern KEY = Pattern.compile("\\{\\{([^{}]+)}}");

    private static final Settings SETTINGS = WattlineSettings.load(Path.of("").toAbsolutePath(), "prod", Map.of());

    @Test
    void every_route_configuration_with_an_id_is_used_by_a_route() {
        Set<String> used = new TreeSet<>();
        texts().filter(text -> text.key().equals("routeConfigurationId")).forEach(text -> used.add(text.text()));
        assertThat(RouteFiles.read().stream()
                        .flatMap(file -> file.steps("routeConfiguration").stream())
                        .flatMap(each -> each.id().stream()))
                .isSubsetOf(used);
    }

    @Test
    void every_template_is_used_by_a_templated_route() {
        Set<String> used = new TreeSet<>();
        texts().filter(text -> text.key().equals("routeTemplateRef")).forEach(text -> used.add(text.text()));
        assertThat(RouteFiles.read().stream()
                        .flatMap(file -> file.steps("routeTemplate").stream())
                        .flatMap(each -> each.id().stream()))
                .isSubsetOf(used);
    }

    @Test
    void every_reader_is_sent_to() throws IOException {
        Set<String> read = new TreeSet<>();
        RouteFiles.routes().stream()
                .map(Route::input)
                .filter(input -> INTERNAL.matcher(input).matches())
                .forEach(read::add);
        Set<String> sent = new TreeSet<>(sentByJava());
        texts().filter(text -> text.isAddress() && !text.endsWith("from", "uri"))
                .forEach(text -> INTERNAL.matcher(text.text()).results().forEach(match -> sent.add(match.group())));
        assertThat(sent).isEqualTo(read);
    }

    /**
     * What Kaoto and the plug-ins of editors go by; Camel takes a number or a flag in quotes too, and what a setting
     * says.
     */
    @Test
    void every_route_file_keeps_to_the_schema_of_camel() throws IOException {
        SchemaValidatorsConfig loose = SchemaValidatorsConfig.builder().typeLoose(true).build();
        Properties settings = IdleModules.properties(SETTINGS, RunMode.TIMERS);
        YAMLMapper yaml = new YAMLMapper();
        try (InputStream text =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("schema/camelYamlDsl.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(text, loose);
            for (Path file : RouteFiles.paths()) {
                String written = KEY.matcher(withDefaults(Files.readString(file)))
                        .replaceAll(key -> Matcher.quoteReplacement(settings.getProperty(key.group(1), key.group())));
                assertThat(schema.validate(yaml.readTree(written)))
                        .extracting(ValidationMessage::getMessage)
                        .as(file.toString())
                        .isEmpty();
            }
            assertThat(schema.validate(yaml.readTree("- route: {from: {uri: 'direct:a', steps: [{setBodi: {}}]}}")))
                    .isNotEmpty();
        }
    }

    @Test
    void every_statement_that_is_named_exists_and_every_one_that_exists_is_named() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.list(Path.of("db/sql"))) {
            all.forEach(file -> files.add(file.getFileName().toString().replace(".sql", "")));
        }
        Set<String> named = new TreeSet<>();
        texts().filter(text -> !text.key().equals("description"))
                .flatMap(text -> SQL.matcher(text.text()).results())
                .forEach(match -> {
                    String pattern = match.group(1).replaceAll("\\$\\{[^}]+}", "[a-z-]+");
                    Set<String> meant = new TreeSet<>(
                            files.stream().filter(file -> file.matches(pattern)).toList());
                    assertThat(meant)
                            .as("db/sql/" + match.group(1) + ".sql, named in a route")
                            .isNotEmpty();
                    named.addAll(meant);
                });
        named.addAll(namedByJava(files));
        assertThat(named).isEqualTo(files);
    }

    @Test
    void the_architecture_page_names_every_route_file_and_no_unknown_route() throws IOException {
        Path page = Path.of("docs/architecture.md");
        Assumptions.assumeTrue(Files.exists(page));
        String table = Files.readString(page).split("\\| route file \\|")[1].split("\n\n")[0];
        List<String> rows = table.lines().skip(2).toList();
        assertThat(rows)
                .extracting(row -> row.split("`")[1])
                .containsExactlyInAnyOrderElementsOf(RouteFiles.read().stream()
                        .map(file -> file.capability())
                        .toList());
        rows.forEach(row -> {
            String capability = row.split("`")[1];
            List<String> ids = RouteFiles.routes().stream()
                    .filter(route -> route.capability().equals(capability))
                    .map(Route::id)
                    .toList();
            assertThat(Pattern.compile("`([a-z-]+)`")
                            .matcher(row.substring(row.indexOf('|', 2)))
                            .results()
                            .map(match -> match.group(1)))
                    .as(row)
                    .isSubsetOf(ids);
        });
    }

    /** With the default values of the parameters of templates. */
    private static String withDefaults(String text) {
        String written = text;
        for (RouteStep template : RouteFile.parse("routes", text).steps("routeTemplate")) {
            for (Map.Entry<String, String> parameter : template.defaults().entrySet()) {
                written = written.replace("{{" + parameter.getKey() + "}}", parameter.getValue());
            }
        }
        return written;
    }

    private static Stream<RouteText> texts() {
        return RouteFiles.read().stream().flatMap(file -> file.texts().stream());
    }

    private static Set<String> namedByJava(Set<String> statements) throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Pattern.compile("(?:SqlFile\\.text\\()?\"([a-z-]+)\"")
                        .matcher(Files.readString(source))
                        .results()
                        .filter(match -> match.group().startsWith("SqlFile")
                                || match.group(1).contains("-"))
                        .map(match -> match.group(1))
                        .filter(statements::contains)
                        .forEach(named::add);
            }
        }
        return named;
    }

    private static Set<String> sentByJava() throws IOException {
        Set<String> sent = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Pattern.compile("\"((?:direct|seda):[a-z-]+)\"")
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(match -> sent.add(match.group(1)));
            }
        }
        return sent;
    }
}
