package io.wattline.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/api.md}: what the source offers, for people. */
final class ApiPage {

    private final StringBuilder text = new StringBuilder();

    private ApiPage() {
    }

    static String of(Discovered discovered, String source) {
        Map<Boolean, List<Endpoint>> byAnswer =
                discovered.endpoints().stream().collect(Collectors.partitioningBy(Endpoint::isAnswered));
        ApiPage page = new ApiPage();
        page.head(source);
        page.answered(byAnswer.get(true));
        page.unavailable(byAnswer.get(false));
        page.contents(byAnswer.get(true).stream().filter(endpoint -> endpoint.method().equals("GET")).toList());
        return page.text.toString();
    }

    private void head(String source) {
        line("# The source's API, as this account sees it");
        line("");
        line("`./wattline discover` wrote this page from " + source
                + ". Do not edit it. `api_discovery_results.json` has the same for programs, with");
        line("each response as JSON Schema and masked examples. Measured times and sizes are in table"
                + " `api_endpoint_runs`, changes in `api_endpoints`.");
        line("Ids in paths are `{id}`. [Lineage](lineage.md) says which field goes into which column.");
        line("");
    }

    private void answered(List<Endpoint> endpoints) {
        Map<String, List<Endpoint>> byTemplate = endpoints.stream()
                .collect(Collectors.groupingBy(Endpoint::template, LinkedHashMap::new, Collectors.toList()));
        line("## Endpoints that respond");
        line("");
        line("Time, size and pages are those of `GET`.");
        line("");
        line("| endpoint | methods | origin | time | size | paged | used by route | feeds (or could) |");
        line("|---|---|---|---|---|---|---|---|");
        byTemplate.forEach((template, each) -> {
            Endpoint first = each.get(0);
            line("| `" + template + "` | " + each.stream().map(Endpoint::method).collect(Collectors.joining(", "))
                    + " | " + first.origin() + " | " + first.time() + " | " + first.size() + " | "
                    + (first.paging() == null ? "" : "yes") + " | " + code(first.used()) + " | " + feeds(first) + " |");
        });
        line("");
    }

    private static String feeds(Endpoint endpoint) {
        return endpoint.feeds() == null
                ? ""
                : endpoint.used() == null ? "(" + code(endpoint.feeds()) + ")" : code(endpoint.feeds());
    }

    /** Endpoints with the same reason share a row. */
    private void unavailable(List<Endpoint> endpoints) {
        Map<String, List<String>> byReason = new TreeMap<>();
        endpoints.forEach(endpoint -> byReason.computeIfAbsent(
                        endpoint.origin() + " | " + endpoint.state() + " | "
                                + Objects.toString(endpoint.status(), "none") + " | "
                                + cell(Objects.toString(endpoint.note(), "")),
                        reason -> new ArrayList<>())
                .add(code(endpoint.name())));
        line("## Endpoints that refuse or fail");
        line("");
        line("| origin | state | status | what the source says | endpoints |");
        line("|---|---|---|---|---|");
        byReason.forEach((reason, names) -> line("| " + reason + " | " + String.join(", ", names) + " |"));
        line("");
    }

    private void contents(List<Endpoint> endpoints) {
        line("## What the responses contain");
        line("");
        line("Names in one place with the same type share a line. A row that several responses contain is described"
                + " once.");
        ResponseForms.of(endpoints).forEach((endpoint, lines) -> {
            line("");
            line("### `" + endpoint + "`");
            line("");
            line("| where | what | names |");
            line("|---|---|---|");
            lines.forEach(each -> line("| " + code(each.where()) + " | " + cell(each.what()) + " | "
                    + each.names().stream().map(ApiPage::code).collect(Collectors.joining(" ")) + " |"));
        });
    }

    private static String code(String name) {
        return name == null || name.isEmpty() ? "" : "`" + name + "`";
    }

    private static String cell(String words) {
        return words.replace("|", "\\|").replace("<", "&lt;");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
