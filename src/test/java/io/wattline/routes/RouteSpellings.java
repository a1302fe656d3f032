package io.wattline.routes;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes steps that reach for something that is not allowed, each time in another spelling. */
final class RouteSpellings {

    private static final List<String> FUNCTIONS = List.of(
            "env.DATABASE_URL", "env:DATABASE_URL", "sysenv.ENISCOPE_PASSWORD", "sys.user.home",
            "properties:eniscope.password", "bean:session.basic", "bean:dataSource?method=getPassword",
            "bean:type:java.lang.Runtime?method=getRuntime", "type:java.lang.System.out", "ref:dataSource",
            "body.exec('x')", "body.class.forName('java.lang.Runtime')", "bodyAs(java.io.File)",
            "mandatoryBodyAs(java.lang.Runtime)", "headers.Authorization", "header.Authorization", "camelContext.stop",
            "exchange.context", "exchangeProperty.x.getClass.classLoader", "function(x)", "variable.x");
    private static final List<String> ADDRESSES = List.of(
            "exec:sh", "file:/etc/passwd", "file:{{spool.directory}}/../x", "http://evil.example.org",
            "https://teams.example.org.evil.org/x", "sql:drop table readings", "sql:classpath:db/sql/../x.sql",
            "language:simple:x", "bean:dataSource", "class:java.lang.Runtime", "smtp://evil.example.org",
            "log:x?exchangeFormatter=#class:java.lang.Thread", "direct:guest-a?exceptionHandler=#type:x",
            "file:{{spool.directory}}?jailStartingDirectory=false", "ftp:evil.example.org", "ref:dataSource");
    private static final List<String> HEADERS = List.of(
            "CamelSqlQuery", "CamelSqlParameters", "CamelHttpUri", "CamelHttpPath", "CamelOverruleFileName",
            "CamelLanguageScript", "CamelBeanMethodName", "CamelToEndpoint", "Authorization", "to", "bcc");
    private static final List<String> PLACEHOLDERS =
            List.of("env:DATABASE_URL", "sys:user.home", "bean:dataSource.password", "eniscope.password", "known:x");

    private final Random random;

    RouteSpellings(Random random) {
        this.random = random;
    }

    /** A step, without the dash. */
    String next() {
        return switch (random.nextInt(5)) {
            case 0 -> simple(spelled(function()));
            case 1 -> address();
            case 2 -> header();
            case 3 -> simple(placeholder());
            default -> bean();
        };
    }

    private String simple(String expression) {
        String text = quoted(wrapped(expression));
        return pick(List.of(
                "setBody: {id: guest-a-x, expression: {simple: {expression: " + text + "}}}",
                "filter: {id: guest-a-x, expression: {simple: {expression: " + text + "}}, steps: []}",
                "setProperty: {id: guest-a-x, name: x, expression: {simple: {expression: " + text + "}}}",
                "setBody: {id: guest-a-x, simple: " + text + "}",
                "log: {id: guest-a-x, message: " + text + "}",
                "log: " + text,
                "bean: {id: guest-a-x, ref: breakdowns, method: " + quoted("report('x', " + expression + ")") + "}",
                "toD: {id: guest-a-x, description: x, uri: " + quoted("log:" + expression) + "}"));
    }

    private String function() {
        String function = pick(FUNCTIONS);
        return switch (random.nextInt(6)) {
            case 0 -> function.toUpperCase(Locale.ROOT);
            case 1 -> " " + function;
            case 2 -> function + " ";
            case 3 -> function + "${body}";
            case 4 -> "${" + function + "}";
            default -> function;
        };
    }

    private String spelled(String function) {
        return pick(List.of("${", "$simple{", "${\t", "${ ", "$Simple{", "\\${", "$\\{")) + function + "}";
    }

    private String placeholder() {
        String key = pick(PLACEHOLDERS);
        return pick(List.of("{{%s}}", "{{ %s }}", "{{?%s}}", "{{!%s}}", "{{known:{{%s}}}}", "{{{{%s}}}}", "x{{%s}}",
                "${{{%s}}}", "{{%s:{{known}}}}")).formatted(key);
    }

    private String wrapped(String expression) {
        return pick(List.of("%s", "a %s b", "'%s'", "${body} %s", "%s == null", "{%s}", "${body}%s${body}"))
                .replace("%s", expression);
    }

    private String address() {
        String address = pick(List.of("%s", " %s", "%s ", "\t%s")).formatted(anyCase(pick(ADDRESSES)));
        String uri = quoted(address);
        return pick(List.of(
                "to: {id: guest-a-x, description: x, uri: " + uri + "}",
                "to: " + uri,
                "toD: {id: guest-a-x, description: x, uri: " + uri + "}",
                "wireTap: {id: guest-a-x, description: x, uri: " + uri + "}",
                "poll: {id: guest-a-x, description: x, uri: " + uri + "}",
                "enrich: {id: guest-a-x, expression: {constant: {expression: " + uri + "}}}",
                "pollEnrich: {id: guest-a-x, expression: {constant: {expression: " + uri + "}}}",
                "recipientList: {id: guest-a-x, expression: {constant: {expression: " + uri + "}}}",
                "routingSlip: {id: guest-a-x, expression: {constant: {expression: " + uri + "}}}",
                "dynamicRouter: {id: guest-a-x, expression: {constant: {expression: " + uri + "}}}",
                "interceptSendToEndpoint: {uri: " + uri + ", steps: []}"));
    }

    private String anyCase(String text) {
        int colon = text.indexOf(':');
        return random.nextInt(4) == 0
                ? text.substring(0, colon).toUpperCase(Locale.ROOT) + text.substring(colon)
                : text;
    }

    private String header() {
        String name = pick(List.of("%s", "%s ", "${body}%s", "{{known}}%s")).formatted(pick(HEADERS));
        String cased = random.nextBoolean() ? name : name.toLowerCase(Locale.ROOT);
        String value = "expression: {constant: {expression: x}}";
        return pick(List.of(
                "setHeader: {id: guest-a-x, name: " + quoted(cased) + ", " + value + "}",
                "setHeaders: {id: guest-a-x, headers: [{name: " + quoted(cased) + ", " + value + "}]}",
                "setHeader: {id: guest-a-x, name: " + quoted(cased) + ", constant: x}",
                "setVariable: {id: guest-a-x, name: " + quoted("header:" + cased) + ", " + value + "}"));
    }

    private String bean() {
        String name = pick(List.of("dataSource", "session", "#dataSource", "bean:dataSource", "#class:java.lang.Thread",
                "java.lang.Runtime", "{{known}}", "Breakdowns", " dataSource", "type:java.lang.Runtime"));
        return pick(List.of(
                "bean: {id: guest-a-x, ref: " + quoted(name) + ", method: close}",
                "bean: {id: guest-a-x, beanType: " + quoted(name) + ", method: close}",
                "bean: " + quoted(name),
                "process: {id: guest-a-x, ref: " + quoted(name) + "}",
                "setBody: {id: guest-a-x, expression: {method: {ref: " + quoted(name) + ", method: close}}}",
                "setBody: {id: guest-a-x, expression: {method: {beanType: " + quoted(name) + "}}}",
                "setBody: {id: guest-a-x, method: {ref: " + quoted(name) + "}}"));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
