package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wattline.alert.DeliveryRoutes;
import io.wattline.health.Health;
import io.wattline.health.RunningState;
import io.wattline.settings.Settings;
import io.wattline.testing.RouteFiles.Route;
import io.wattline.testing.RouteFiles.Step;
import io.wattline.testing.RouteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What holds the routes together and no compiler sees: names, ids, beans, statements, settings. */
class WiringTest {

    private static final Pattern INTERNAL = Pattern.compile("(?:direct|seda):[a-zA-Z0-9-]+");
    private static final Pattern SQL = Pattern.compile("(?:classpath:)?db/sql/([a-z-]+(?:\\$\\{[^}]+\\})?[a-z-]*)\\.sql");
    private static final Pattern KEY = Pattern.compile("\\{\\{([^}]+)}}");
    private static final Pattern NAMED_BEAN = Pattern.compile("#([a-zA-Z]+)|\\$\\{bean:([a-zA-Z]+)\\?method=([a-zA-Z]+)");
    /** Simple truncates decimals ({@code 100.50 > 100} is false) and compares texts with numbers as it likes. */
    private static final Pattern NUMERIC = Pattern.compile("[<>]|(?:==|!=)\\s*['\"]?-?\\d|-?\\d['\"]?\\s*(?:==|!=)|\\b(?:range|not range)\\b");
    private static final Set<String> LANGUAGES = Set.of("simple", "constant", "header", "exchangeProperty", "jsonpath", "tokenize");

    private static final Settings SETTINGS = Settings.load(Path.of("").toAbsolutePath(), "prod", Map.of());
    private static final Map<String, Class<?>> BEANS = beans();

    @Test
    void every_route_and_every_step_has_an_id_and_a_description() {
        assertThat(RouteFiles.routes()).isNotEmpty().allSatisfy(route -> assertThat(route.id()).isNotBlank())
                .allSatisfy(route -> assertThat(route.node().path("description").asText()).as(route.id()).isNotBlank());
        assertThat(RouteFiles.steps()).isNotEmpty().allSatisfy(step -> assertThat(step.id()).as(step.toString()).isNotBlank())
                .allSatisfy(step -> assertThat(step.node().path("description").asText()).as(step.toString()).isNotBlank());
    }

    @Test
    void every_route_configuration_has_an_id_and_a_description_and_is_used_by_a_route() {
        Set<String> used = new HashSet<>();
        RouteFiles.routes().forEach(route -> used.add(route.node().path("routeConfigurationId").asText()));
        configurations().forEach(each -> {
            assertThat(each.path("description").asText()).as(each.path("id").asText()).isNotBlank();
            assertThat(used).contains(each.path("id").asText());
            each.path("onException").forEach(clause -> assertThat(clause.path("onException").path("description").asText()).isNotBlank());
        });
        used.remove("");
        assertThat(configurations()).extracting(each -> each.path("id").asText()).as("a routeConfigurationId that nobody defines is ignored by Camel").containsAll(used);
    }

    @Test
    void ids_are_unique_over_all_files() {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        Stream.concat(RouteFiles.routes().stream().map(Route::id), RouteFiles.steps().stream().map(Step::id)).filter(id -> !seen.add(id)).forEach(twice::add);
        assertThat(twice).isEmpty();
    }

    @Test
    void an_id_begins_with_the_id_of_its_route_or_of_the_step_around_it() {
        assertThat(RouteFiles.routes()).allMatch(route -> route.id().startsWith(route.capability() + "-"));
        // a circuit breaker's id is its name for metrics and health: that of the capability
        Predicate<Step> wellNamed = step -> step.inside().stream().anyMatch(outer -> step.id().startsWith(outer + "-"))
                || step.kind().equals("circuitBreaker") && step.id().startsWith(step.route().capability() + "-");
        assertThat(RouteFiles.steps().stream().filter(wellNamed.negate())).isEmpty();
    }

    @Test
    void an_internal_endpoint_is_named_after_the_route_that_it_starts() {
        assertThat(RouteFiles.routes().stream().filter(route -> INTERNAL.matcher(route.input()).matches())).isNotEmpty()
                .allSatisfy(route -> assertThat(route.input().replaceFirst("^(direct|seda):", "")).isEqualTo(route.id()));
    }

    @Test
    void everything_that_is_sent_has_a_reader_and_every_reader_is_sent_to() throws IOException {
        Set<String> read = new TreeSet<>();
        RouteFiles.routes().stream().map(Route::input).filter(input -> INTERNAL.matcher(input).matches()).forEach(read::add);
        Set<String> sent = new TreeSet<>(sentByJava());
        RouteFiles.routes().forEach(route -> RouteFiles.walk(route.node().path("from").path("steps"), (key, value) -> addInternal(key, value, sent)));
        configurations().forEach(configuration -> RouteFiles.walk(configuration, (key, value) -> addInternal(key, value, sent)));
        assertThat(sent).isEqualTo(read);
    }

    /** What Kaoto and the plug-ins of editors go by; Camel takes a number or a flag in quotes too, and what a setting says. */
    @Test
    void every_route_file_keeps_to_the_schema_of_camel() throws IOException {
        SchemaValidatorsConfig loose = SchemaValidatorsConfig.builder().typeLoose(true).build();
        Properties settings = IdleModules.properties(SETTINGS, RunMode.TIMERS);
        YAMLMapper yaml = new YAMLMapper();
        try (InputStream text = Thread.currentThread().getContextClassLoader().getResourceAsStream("schema/camelYamlDsl.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(text, loose);
            for (RouteFiles.RouteFile file : RouteFiles.read()) {
                String written = KEY.matcher(yaml.writeValueAsString(file.content())).replaceAll(key -> Matcher.quoteReplacement(settings.getProperty(key.group(1), key.group())));
                assertThat(schema.validate(yaml.readTree(written))).extracting(ValidationMessage::getMessage).as(file.capability()).isEmpty();
            }
            assertThat(schema.validate(yaml.readTree("- route: {from: {uri: 'direct:a', steps: [{setBodi: {}}]}}"))).isNotEmpty();
        }
    }

    @Test
    void routes_are_written_in_the_canonical_form() {
        List<String> wrong = new ArrayList<>();
        RouteFiles.read().forEach(file -> file.content().forEach(element -> element.fieldNames().forEachRemaining(kind -> {
            if (!Set.of("route", "routeConfiguration").contains(kind)) {
                wrong.add(file.capability() + ": top level '" + kind + "'");
            }
        })));
        RouteFiles.steps().stream().filter(step -> !step.node().isObject()).map(step -> step + " in short form").forEach(wrong::add);
        RouteFiles.steps().forEach(step -> {
            step.node().fieldNames().forEachRemaining(key -> addIf(LANGUAGES.contains(key), step + ": '" + key + "' outside of 'expression'", wrong));
            step.node().path("expression").properties().forEach(language ->
                    addIf(!language.getValue().isObject(), step + ": '" + language.getKey() + "' in short form", wrong));
            addIf(!step.kind().equals("bean") && step.node().has("method"), step + ": 'method' outside of 'expression'", wrong);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_expression_compares_numbers() {
        RouteFiles.steps().stream().filter(step -> step.node().path("expression").has("simple"))
                .forEach(step -> assertThat(step.node().at("/expression/simple/expression").asText().replaceAll("->", "")).as(step.toString())
                        .doesNotContainPattern(NUMERIC));
    }

    @Test
    void every_bean_is_bound_and_has_the_method() {
        List<String> wrong = new ArrayList<>();
        everyText((key, text) -> {
            Matcher named = NAMED_BEAN.matcher(text);
            while (named.find()) {
                checkBean(named.group(1) == null ? named.group(2) : named.group(1), named.group(3), wrong);
            }
        });
        RouteFiles.read().forEach(file -> {
            RouteFiles.walk(file.content(), (key, value) -> addIf(value.has("method") && value.path("method").isTextual() && !value.has("ref"), "no ref at " + value, wrong));
            RouteFiles.walk(file.content(), (key, value) -> {
                if (value.has("ref")) {
                    checkBean(value.path("ref").asText(), value.path("method").asText().replaceFirst("\\(.*", ""), wrong);
                }
            });
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_statement_that_is_named_exists_and_every_one_that_exists_is_named() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.list(Path.of("db/sql"))) {
            all.forEach(file -> files.add(file.getFileName().toString().replace(".sql", "")));
        }
        Set<String> named = new TreeSet<>();
        everyText((key, text) -> {
            Matcher matcher = SQL.matcher(text);
            while (matcher.find()) {
                String pattern = matcher.group(1).replaceAll("\\$\\{[^}]+}", "[a-z-]+");
                Set<String> meant = new TreeSet<>(files.stream().filter(file -> file.matches(pattern)).toList());
                assertThat(meant).as("db/sql/" + matcher.group(1) + ".sql, named in a route").isNotEmpty();
                named.addAll(meant);
            }
        });
        assertThat(named).isEqualTo(files);
    }

    @Test
    void every_placeholder_is_a_setting() {
        Properties settings = IdleModules.properties(SETTINGS, RunMode.TIMERS);
        Set<String> unknown = new TreeSet<>();
        everyText((key, text) -> KEY.matcher(text).results().map(match -> match.group(1)).filter(name -> !settings.containsKey(name)).forEach(unknown::add));
        assertThat(unknown).isEmpty();
    }

    @Test
    void the_readme_names_every_route_file_and_no_route_that_there_is_not() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("README.md")));
        String table = Files.readString(Path.of("README.md")).split("\\| route file \\|")[1].split("\n\n")[0];
        List<String> rows = table.lines().skip(2).toList();
        assertThat(rows).extracting(row -> row.split("`")[1]).containsExactlyInAnyOrderElementsOf(RouteFiles.read().stream().map(RouteFiles.RouteFile::capability).toList());
        rows.forEach(row -> {
            String capability = row.split("`")[1];
            List<String> ids = RouteFiles.routes().stream().filter(route -> route.capability().equals(capability)).map(Route::id).toList();
            assertThat(Pattern.compile("`([a-z-]+)`").matcher(row.substring(row.indexOf('|', 2))).results().map(match -> match.group(1))).as(row).isSubsetOf(ids);
        });
    }

    /** Nothing is started for them; {@code health}, {@code running} and {@code deliveryRoutes} need a running context and are bound by {@link RunningService}. */
    private static Map<String, Class<?>> beans() {
        Map<String, Class<?>> beans = new HashMap<>(Map.of("health", Health.class, "running", RunningState.class, "deliveryRoutes", DeliveryRoutes.class));
        beans.putAll(IdleModules.beans(SETTINGS));
        return beans;
    }

    private static List<JsonNode> configurations() {
        return RouteFiles.read().stream().flatMap(file -> file.content().findValues("routeConfiguration").stream()).toList();
    }

    private static void addInternal(String key, JsonNode value, Set<String> sent) {
        if (Set.of("uri", "deadLetterUri").contains(key)) {
            Matcher matcher = INTERNAL.matcher(value.asText());
            if (matcher.find()) {
                sent.add(matcher.group());
            }
        }
    }

    private static Set<String> sentByJava() throws IOException {
        Set<String> sent = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Pattern.compile("\"((?:direct|seda):[a-z-]+)\"").matcher(Files.readString(source)).results().forEach(match -> sent.add(match.group(1)));
            }
        }
        return sent;
    }

    private static void everyText(BiConsumer<String, String> visitor) {
        RouteFiles.read().forEach(file -> RouteFiles.walk(file.content(), (key, value) -> {
            if (value.isTextual() && !key.equals("description")) {
                visitor.accept(key, value.asText());
            }
        }));
    }

    private static void checkBean(String name, String method, List<String> wrong) {
        Class<?> bean = BEANS.get(name);
        addIf(bean == null, "bean '" + name + "' is not bound by any module", wrong);
        addIf(bean != null && method != null && !method.isEmpty() && Arrays.stream(bean.getMethods()).noneMatch(each -> each.getName().equals(method)),
                "bean '" + name + "' has no public method " + method, wrong);
    }

    private static void addIf(boolean condition, String problem, List<String> problems) {
        if (condition) {
            problems.add(problem);
        }
    }
}
