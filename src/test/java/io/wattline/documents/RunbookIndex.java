package io.wattline.documents;

import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which runbook is for which alert, and how the pages are written. */
record RunbookIndex() implements Document {

    static final Path ALERTS = Path.of("config/alerts.yaml");

    @Override
    public String path() {
        return "docs/runbooks/README.md";
    }

    @Override
    public String text() {
        Markdown text = new Markdown().add("# Runbooks").add(Document.note("the pages of this folder "
                + "and `config/alerts.yaml`"));
        text.add("One page for each alert rule. Read *Meaning* first, then run the commands under *Diagnosis*.");
        Map<String, YamlValue> rules = rules();
        text.table(
                List.of("runbook", "severity", "what is wrong", "what to do first"),
                Runbook.all().stream()
                        .map(page -> List.of(
                                "[" + page.name() + "](" + page.name() + ".md)",
                                said(rules.get(page.name()), "severity"),
                                Markdown.plain(
                                        rules.containsKey(page.name())
                                                ? said(rules.get(page.name()), "description")
                                                : page.firstSentence()),
                                Markdown.plain(said(rules.get(page.name()), "action"))))
                        .toList());
        text.add(
                """
                ## How a page is written A heading with the rule's name, then `## Meaning` (what is wrong, by which
                threshold), `## Impact` (who is affected, and how soon), `## Diagnosis` (commands and their output), `##
                Mitigation` (what helps, and how to see that it has helped).

                Commands are in a fenced block of the language `console`. A line that begins with `$ ` is a
                command. The lines below it, up to the next command, are the expected output: each is in the
                output, in this order, and `...` matches anything. Widths of columns do not matter. A command that
                may exit with another code than 0 says so at its end: `# exit 1`, `# exit 0 or 1`. A test runs
                every block of every page against a running service, some of whose channels are dead at the source:""");
        text.code(
                "console",
                """
                $ ./wattline status
                schema version ...
                channels ... live ...
                $ psql "$DATABASE_URL" -c "select status, count(*) > 0 as some from v_data_health_monitor \
                group by status order by status"
                status | some
                ...
                $ curl -s localhost:8080/health/live
                ...UP...""");
        text.add("In that test, `./wattline`, `psql \"$DATABASE_URL\" -c \"...\"` "
                + "and `curl -s localhost:8080/...` need only this checkout;"
                + " `| grep WORD` may follow any of them. Bash runs everything else in the checkout.");
        return text.toString();
    }

    /** By name; none while there is no such file. */
    static Map<String, YamlValue> rules() {
        Map<String, YamlValue> rules = new LinkedHashMap<>();
        if (Files.exists(ALERTS)) {
            YamlFile.read(ALERTS).need("rules").items().forEach(rule -> rules.put(rule.need("name").text(), rule));
        }
        return rules;
    }

    private static String said(YamlValue rule, String key) {
        return rule != null && rule.entries().containsKey(key) ? rule.need(key).text() : "";
    }
}
