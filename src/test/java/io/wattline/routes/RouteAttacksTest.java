package io.wattline.routes;

import static io.wattline.testing.GuestRoute.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.routes.RouteReview.Reviewed;
import io.wattline.settings.ConfigFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who may edit routes tries to reach a class, a secret, a file, a host or a statement that is not allowed. */
class RouteAttacksTest {

    private static final RouteReview REVIEW = new RouteReview(
            RoutePolicy.parse(ConfigFile.read(Path.of("").toAbsolutePath(), "config/routes.yaml")),
            settings(),
            Map.<String, Class<?>>of("breakdowns", Reports.class, "dataSource", DataSource.class)::get,
            Set.of("breakdowns"),
            List.of());

    /** A bean. */
    public interface Reports {

        void report(String route, Exception failure);

        /** Something that a path may follow. */
        Report latest();
    }

    /** What the bean gives. */
    public record Report(String route, boolean late) {
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "${body}", "${body.route}", "${body?.route}", "${body[0].route}", "${body[channel_id]}", "${headers}",
        "${exchangeProperty.poll.route} text", "${exception.message}", "${header.Retry-After}", "${null}",
        "${body} != null", "A text: with 'quotes', 5 % and {braces}"
    })
    void what_routes_need_of_simple_is_allowed(String expression) {
        boolean isForBeans = expression.equals("${headers}");
        assertThat(isForBeans ? inArgument(expression) : inSimple(expression)).satisfies(RouteAttacksTest::isAllowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "$simple{bean:type:java.lang.Runtime?method=getRuntime}",
        "${bean:type:java.lang.Runtime?method=getRuntime}",
        "${body.exec('touch /tmp/x')}",
        "${body.getClass().forName('java.lang.Runtime')}",
        "${body.class}", "${body.getClass}", "${body[class]}", "${body.delete}", "${body.close}", "${body.exit}",
        "${bodyAs(java.lang.Runtime)}", "${mandatoryBodyAs(java.io.File)}", "${bodyAs(java.io.File).delete}",
        "${bodyOneLine.exec}", "${messageAs(java.io.File)}", "${type:java.lang.System.out}",
        "${env.DATABASE_URL}", "${env:DATABASE_URL}", "${sysenv.ENISCOPE_PASSWORD}", "${sysenv:ENISCOPE_PASSWORD}",
        "${sys.user.home}", "${properties:eniscope.password}", "${properties:eniscope.password:none}",
        "${propertiesExist:eniscope.password}", "${bean:session.basic}", "${bean:session?method=basic}",
        "${bean:dataSource?method=getPassword}", "${ref:dataSource}", "${ref:dataSource.password}",
        "${header.Authorization}", "${headers.Authorization}", "${header:Authorization}", "${headers[Authorization]}",
        "${headerAs(Authorization, java.lang.String)}", "${headers}", "${headers.size}", "${variable.secret}",
        "${camelContext}", "${camelContext.registry}", "${exchange}", "${exchange.context.stop}",
        "${setHeader(CamelSqlQuery, 'drop table readings')}", "${function(x)}", "${load('/etc/passwd')}",
        "${simple:${body}}", "${body${body}}", "${${body}}", "${ body }", "${BODY}", "${Env.PATH}", "${\tenv.PATH}",
        "${jsonpath($.x)}", "${jq(.x)}", "${xpath(/x)}", "${exchangeProperty.x.getClass.getClassLoader}",
        "${exchangeProperty.x['y']}", "${exchangeProperty.x.toString()}", "${exchangeProperty[x]}",
        "${exchangeProperty.${body}}", "${exception.class}", "${exception.stackTrace}", "${messageHistory}",
        "${logExchange}", "${dumpBody}", "${hostname}", "${random(1,2)}", "${collate(3)}", "${from.context}",
        "$init{ $x := ${body} }init$", "\\${env.PATH}", "$\\{env.PATH}", "${body} is 'java.lang.Runtime'",
        "${body} not is 'java.io.File'", "${body} regex '(a+)+b'", "${body} ~> ${env.PATH}", "${body} ?: ${env.PATH}",
        "resource:file:/etc/passwd", " resource:classpath:application.properties", "RESOURCE:file:/etc/passwd",
        "{{env:DATABASE_URL}}", "{{sys:user.home}}", "{{service:x}}", "{{bean:dataSource.password}}",
        "{{eniscope.password}}", "{{?eniscope.password}}", "{{!eniscope.password}}", "{{known:{{env:PATH}}}}",
        "{{known:default}}", "{{{{known}}}}", "{{env:{{known}}}}", "{{ env:PATH }}", "{{", "{{known", "known}}",
        "${{{function}}}", "${bo{{known}}}"
    })
    void no_expression_of_simple_reaches_a_class_or_a_secret(String expression) {
        assertThat(inSimple(expression)).satisfies(RouteAttacksTest::isRefused);
        if (!expression.equals("${headers}") && !expression.contains(" is ") && !expression.contains("regex")) {
            assertThat(inArgument(expression)).satisfies(RouteAttacksTest::isRefused);
            assertThat(edited("uri: log:guest", "uri: 'log:" + expression.replace("'", "''") + "'"))
                    .satisfies(RouteAttacksTest::isRefused);
            if (!expression.contains("~>") && !expression.contains("?:")) {
                assertThat(step("log", "message: " + quoted(expression))).satisfies(RouteAttacksTest::isRefused);
            }
        }
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                attack("a class of a bean", "ref: breakdowns", "beanType: java.lang.Runtime"),
                attack("the data source", "ref: breakdowns", "ref: dataSource"),
                attack("a bean by a function", "ref: breakdowns", "ref: 'bean:dataSource'"),
                attack("a bean by a reference", "ref: breakdowns", "ref: '#dataSource'"),
                attack("a bean by its class", "ref: breakdowns", "ref: '#class:java.lang.Thread'"),
                attack("a bean by a placeholder", "ref: breakdowns", "ref: '{{known}}'"),
                attack("another spelling of a bean", "ref: breakdowns", "ref: Breakdowns"),
                attack("a method of every object", "method: report('guest', ${exception})", "method: getClass"),
                attack("a method with a class", "${exception})", "java.lang.Runtime.class)"),
                attack("a method with a type", "report('guest', ${exception})", "report(String.class ${body})"),
                attack("a scope", "ref: breakdowns", "scope: Prototype\n            ref: breakdowns"),
                attack("a file beside the folder", "log:guest", "file:{{spool.directory}}/../config"),
                attack(
                        "a file by its header",
                        "log:guest",
                        "file:{{spool.directory}}?fileName=../../x&jailStartingDirectory=false"),
                attack("no jail", "log:guest", "file:{{spool.directory}}?jailStartingDirectory=false"),
                attack("an encoded path", "log:guest", "file:{{spool.directory}}/%2e%2e/config"),
                attack("a command after a file", "log:guest", "file:{{spool.directory}}?doneFileName=/etc/x"),
                attack("another case", "log:guest", "FILE:/etc"),
                attack("slashes", "log:guest", "file:///etc"),
                attack("a statement", "log:guest", "sql:drop table readings"),
                attack("a statement outside", "log:guest", "sql:classpath:db/sql/../../x.sql"),
                attack("a statement of a file", "log:guest", "sql:file:/tmp/x.sql"),
                attack("another data source", "log:guest", "sql:classpath:db/sql/run-end.sql?dataSource=#dataSource"),
                attack(
                        "a class as an option",
                        "log:guest",
                        "sql:classpath:db/sql/run-end.sql?processingStrategy=#class:java.lang.Thread"),
                attack(
                        "a body as statement",
                        "log:guest",
                        "sql:classpath:db/sql/run-end.sql?useMessageBodyForSql=true"),
                attack("a host", "log:guest", "http://evil.example.org/x"),
                attack("a host after a user", "log:guest", "https://teams.example.org@evil.example.org/x"),
                attack("a host after a fragment", "log:guest", "https://evil.example.org#teams.example.org"),
                attack("a host after a backslash", "log:guest", "'https://evil.example.org\\teams.example.org'"),
                attack("a bridge", "log:guest", "https://teams.example.org?bridgeEndpoint=true"),
                attack("a proxy", "log:guest", "https://teams.example.org?proxyHost=evil.example.org"),
                attack("mail", "log:guest", "smtp://evil.example.org"),
                attack("an address with a tail", "log:guest", "'{{api.endpoint}}&proxyHost=evil.example.org'"),
                attack("a setting as address", "log:guest", "'{{known}}'"),
                attack("a kind from a setting", "log:guest", "'{{known}}:x'"),
                attack("headers in the log", "log:guest", "log:guest?showHeaders=true"),
                attack("a formatter", "log:guest", "log:guest?exchangeFormatter=#class:java.lang.Thread"),
                attack("something raw", "log:guest", "log:guest?level=RAW({{known}})"),
                attack("a class as value", "log:guest", "direct:guest-a?exceptionHandler=#class:java.lang.Thread"),
                attack("other endpoints", "log:guest", "exec:sh"),
                attack("a class endpoint", "log:guest", "class:java.lang.Runtime"),
                attack("a bean endpoint", "log:guest", "bean:dataSource?method=close"),
                attack("a language", "log:guest", "language:simple:resource:file:/etc/passwd"),
                attack("the control bus", "log:guest", "controlbus:route?routeId=x&action=stop"),
                attack("a template", "log:guest", "velocity:file:/etc/passwd"),
                attack("white space", "log:guest", "' exec:sh'"),
                attack("nothing but a kind", "log:guest", "exec"));
    }

    private static Arguments attack(String what, String good, String bad) {
        return Arguments.of(what, GUEST.replace(good, bad));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void no_bean_and_no_address_reaches_more_than_is_allowed(String what, String text) {
        assertThat(text).isNotEqualTo(GUEST);
        assertThat(review(text)).satisfies(RouteAttacksTest::isRefused);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "setHeader: {id: guest-a-x, name: CamelSqlQuery, expression: {constant: {expression: drop table readings}}}",
        "setHeader: {id: guest-a-x, name: camelsqlquery, expression: {constant: {expression: x}}}",
        "setHeader: {id: guest-a-x, name: CamelHttpUri, expression: {constant: {expression: x}}}",
        "setHeader: {id: guest-a-x, name: 'CamelFileName ', expression: {constant: {expression: x}}}",
        "setHeader: {id: guest-a-x, name: '${body}', expression: {constant: {expression: x}}}",
        "setHeader: {id: guest-a-x, name: '{{known}}', expression: {constant: {expression: x}}}",
        "setHeaders: {id: guest-a-x, headers: [{name: CamelSqlQuery, expression: {constant: {expression: x}}}]}",
        "setProperty: {id: guest-a-x, name: CamelCharsetName, expression: {constant: {expression: x}}}",
        "setVariable: {id: guest-a-x, name: 'header:CamelSqlQuery', expression: {constant: {expression: x}}}",
        "setBody: {id: guest-a-x, expression: {constant: {expression: 'resource:file:/etc/passwd'}}}",
        "setBody: {id: guest-a-x, expression: {constant: {expression: ' Resource:file:/etc/passwd'}}}",
        "setBody: {id: guest-a-x, expression: {constant: {expression: x, resultType: java.io.File}}}",
        "setBody: {id: guest-a-x, expression: {simple: {expression: '${body}', resultType: java.io.File}}}",
        "setBody: {id: guest-a-x, expression: {groovy: {expression: x}}}",
        "setBody: {id: guest-a-x, expression: {language: {language: groovy, expression: x}}}",
        "setBody: {id: guest-a-x, expression: {header: {expression: Authorization}}}",
        "setBody: {id: guest-a-x, expression: {jsonpath: {expression: '$..x'}}}",
        "setBody: {id: guest-a-x, expression: {method: {beanType: java.lang.Runtime, method: getRuntime}}}",
        "setBody: {id: guest-a-x, expression: {method: {ref: dataSource, method: getConnection}}}",
        "setBody: {id: guest-a-x, groovy: x}", "setBody: {id: guest-a-x, simple: '${env.PATH}'}",
        "set-body: {id: guest-a-x, simple: '${env.PATH}'}", "SetBody: {simple: '${env.PATH}'}",
        "to: 'exec:sh'", "to: {id: guest-a-x, uri: 'log:x', parameters: {showAll: true}}",
        "to: {id: guest-a-x, uri: log, parameters: {loggerName: x, exchangeFormatter: '#class:java.lang.Thread'}}",
        "to: {id: guest-a-x, uri: 'file:{{spool.directory}}', parameters: {jailStartingDirectory: 'false'}}",
        "to: {id: guest-a-x, uri: 'log:${body}'}", "toD: {id: guest-a-x, uri: '${body}'}",
        "toD: {id: guest-a-x, uri: 'file:${body}'}", "toD: {id: guest-a-x, uri: 'http:${body}'}",
        "toD: {id: guest-a-x, uri: 'sql:${body}'}", "toD: {id: guest-a-x, uri: 'language:simple:${body}'}",
        "recipientList: {id: guest-a-x, expression: {simple: {expression: '${body}'}}}",
        "routingSlip: {id: guest-a-x, expression: {simple: {expression: '${body}'}}}",
        "dynamicRouter: {id: guest-a-x, expression: {simple: {expression: '${body}'}}}",
        "enrich: {id: guest-a-x, expression: {constant: {expression: 'exec:sh'}}}",
        "pollEnrich: {id: guest-a-x, expression: {constant: {expression: 'file:/etc'}}}",
        "poll: {id: guest-a-x, uri: 'file:/etc'}", "wireTap: {id: guest-a-x, uri: 'exec:sh'}",
        "intercept: {steps: [{to: 'exec:sh'}]}", "interceptSendToEndpoint: {uri: '*', steps: []}",
        "script: {id: guest-a-x, expression: {groovy: {expression: x}}}", "process: {ref: dataSource}",
        "transform: {id: guest-a-x, fromType: x}", "marshal: {id: guest-a-x, json: {unmarshalType: x}}",
        "unmarshal: {id: guest-a-x, json: {unmarshalType: java.lang.Thread}}", "convertBodyTo: {type: java.io.File}",
        "claimCheck: {operation: Push, aggregationStrategy: x}", "aggregate: {aggregationStrategy: '#class:x'}",
        "split: {id: guest-a-x, aggregationStrategy: '#class:java.lang.Thread', expression: {simple: {expression: x}}}",
        "kamelet: {name: log-sink}", "tokenizer: {id: guest-a-x}", "saga: {sagaService: x}", "policy: {ref: x}",
        "throwException: {exceptionType: java.lang.Exception, message: x}", "onFallback: {steps: []}",
        "doTry: {id: guest-a-x, steps: [], doCatch: [{id: guest-a-y, exception: [java.lang.Thread], steps: []}]}",
        "log: {id: guest-a-x, message: '${body}', logger: '#class:java.lang.Thread'}",
        "log: {id: guest-a-x, message: '${headers}'}", "log: {id: guest-a-x, message: '${header.X-Eniscope-Token}'}",
        "log: '${env.PATH}'", "removeHeaders: {id: guest-a-x, pattern: '(a+)+$'}",
        "delay: {id: guest-a-x, expression: {simple: {expression: '${bean:dataSource.close}'}}}",
        "setBody: {id: guest-a-x, description: '{{env:DATABASE_URL}}', expression: {constant: {expression: x}}}"
    })
    void no_step_reaches_more_than_is_allowed(String step) {
        assertThat(review(withStep(step))).satisfies(RouteAttacksTest::isRefused);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "- beans: [{name: x, type: java.io.FileOutputStream, constructors: {\"0\": /tmp/x}}]",
        "- bean: {name: x, type: java.lang.Thread}", "- rest: {path: /x, get: [{to: 'direct:nobody'}]}",
        "- restConfiguration: {component: platform-http}", "- onException: {exception: [java.lang.Exception]}",
        "- intercept: {steps: []}", "- errorHandler: {refErrorHandler: {ref: x}}", "- from: {uri: 'file:/etc'}",
        "- pipe: {}", "- dataFormats: {json: {unmarshalType: x}}", "- transformers: {loader: {packageScan: x}}",
        "- routeTemplate: {id: x, description: x, beans: [{name: x, type: java.lang.Thread}], route: {}}",
        "- routeTemplate: {id: x, description: x, parameters: [{name: spool.directory, description: x}], route: {}}",
        "- routeTemplate: {id: x, description: x, parameters: [{name: known, description: x}], route: {}}",
        "- routeConfiguration: {description: x, errorHandler: {jtaTransactionErrorHandler: {}}}",
        "- routeConfiguration: {description: x, onException: [{onException: {onExceptionOccurredRef: dataSource}}]}",
        "- route: {id: x, description: x, routePolicy: '#class:x', from: {id: y, uri: 'direct:x', steps: []}}",
        "- route: {id: x, description: x, autoStartup: '#class:x', from: {id: y, uri: 'direct:x', steps: []}}",
        "- {route: {}, beans: []}", "- [beans]", "- beans", "- Beans: []", "- ' beans': []", "- \"b\\x65ans\": []"
    })
    void nothing_else_stands_at_the_top_of_a_file(String element) {
        assertThat(review(GUEST + element + "\n")).satisfies(RouteAttacksTest::isRefused);
    }

    @Test
    void a_parameter_of_a_template_brings_nothing_that_the_route_may_not_have_itself() {
        String template = """
                - routeTemplate:
                    id: call
                    description: Calls.
                    parameters: [{name: to, description: Whom.}]
                    route:
                      description: Calls {{to}}.
                      from: {id: from, uri: "direct:x-{{to}}", steps: [{to: {id: to, uri: "%s"}}]}
                - templatedRoute:
                    routeTemplateRef: call
                    routeId: x-%s
                    prefixId: x-%s-
                    parameters: [{name: to, value: "%s"}]
                """;
        assertThat(review(template.formatted("direct:{{to}}", "guest-a", "guest-a", "guest-a") + GUEST))
                .satisfies(RouteAttacksTest::isAllowed);
        Stream.of("direct:{{to}}", "{{to}}", "{{{{to}}}}", "log:{{to}}").forEach(uri -> Stream.of(
                        "x?exceptionHandler=#class:java.lang.Thread",
                        "exec:sh",
                        "env:PATH",
                        "{{env:PATH}}",
                        "${env.PATH}")
                .forEach(value -> assertThat(review(template.formatted(uri, "y", "y", value) + GUEST))
                        .as(uri + " with " + value)
                        .satisfies(RouteAttacksTest::isRefused)));
    }

    static Stream<Arguments> bombs() {
        String aliases = IntStream.range(1, 46)
                .mapToObj(i -> "- &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]")
                .collect(Collectors.joining("\n", "- &a0 [x, x]\n", "\n"));
        return Stream.of(
                Arguments.of("46 aliases that multiply", aliases),
                Arguments.of("a part that holds itself", "- route: &a {id: y, from: *a}\n"),
                Arguments.of("an alias of a text", "- route: {id: &a y, description: *a}\n"),
                Arguments.of("lists within lists", "- " + "[".repeat(50_000) + "]".repeat(50_000)),
                Arguments.of("maps within maps", "- " + "{a: ".repeat(50_000) + "}".repeat(50_000)),
                Arguments.of("an endless text", "- description: " + "x".repeat(300_000)),
                Arguments.of("a text with an end of line that only one reader knows", GUEST + "# \u2028- beans: []\n"),
                Arguments.of("a tag", "- !!java.lang.Thread {}\n"),
                Arguments.of("a tag with a handle", "%TAG ! tag:x,2000:\n---\n- !x {}\n"),
                Arguments.of("a second document", GUEST + "---\n- beans: []\n"),
                Arguments.of("a merge", GUEST + "- route: {<<: {id: x}}\n"),
                Arguments.of("a key that is a map", "- {? {a: b} : c}\n"),
                Arguments.of("a target that nobody finds", "- rest: {path: /x, get: [{to: 'direct:nobody'}]}\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void a_text_that_kills_or_stalls_is_refused_at_once(String what, String text) {
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> assertThat(review(text))
                .satisfies(RouteAttacksTest::isRefused));
    }

    /** Seeded, so that a failure comes again. */
    @Test
    void no_spelling_of_many_thousands_gets_through() {
        RouteSpellings spellings = new RouteSpellings(new Random(13_1));
        for (int i = 0; i < 20_000; i++) {
            String text = withStep(spellings.next());
            assertThat(review(text).loadable()).as(text).isFalse();
        }
    }

    private static void isRefused(Reviewed reviewed) {
        assertThat(reviewed.loadable()).isFalse();
        assertThat(reviewed.complaints()).isNotEmpty();
    }

    private static void isAllowed(Reviewed reviewed) {
        assertThat(reviewed.complaints()).isEmpty();
        assertThat(reviewed.loadable()).isTrue();
    }

    private static Reviewed inSimple(String expression) {
        return edited("expression: ${body}", "expression: " + quoted(expression));
    }

    private static Reviewed inArgument(String expression) {
        return edited(
                "method: report('guest', ${exception})", "method: " + quoted("report('guest', " + expression + ")"));
    }

    private static Reviewed step(String kind, String keys) {
        return review(withStep(kind + ": {id: guest-a-x, " + keys + "}"));
    }

    private static Reviewed edited(String good, String bad) {
        return review(GUEST.replace(good, bad));
    }

    private static String withStep(String step) {
        return GUEST + "            - " + step + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static Reviewed review(String text) {
        return REVIEW.review(Map.of("guest.camel.yaml", text));
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("spool.directory", "/var/lib/wattline/spool");
        settings.setProperty("routes.http.hosts", "teams.example.org");
        settings.setProperty("api.endpoint", "https://core.eniscope.com?throwExceptionOnFailure=false");
        settings.setProperty("known", "exec");
        settings.setProperty("function", "env.PATH");
        return settings;
    }
}
