package io.wattline.discovery;

import java.util.List;
import java.util.Objects;

/** {@code docs/api.md}: what the source offers, for people. */
final class ApiPage {

    private final StringBuilder text = new StringBuilder();

    private ApiPage() {
    }

    static String of(Discovered discovered, String source) {
        ApiPage page = new ApiPage();
        page.head(source);
        page.answered(discovered.endpoints().stream().filter(Endpoint::isAnswered).toList());
        page.silent(discovered.endpoints().stream().filter(endpoint -> !endpoint.isAnswered()).toList());
        page.structures(discovered.endpoints().stream().filter(Endpoint::isAnswered).toList());
        return page.text.toString();
    }

    private void head(String source) {
        line("# The source's API, as this account sees it");
        line("");
        line("Written by `./wattline discover` from " + source + ". Do not edit: run it again. `api_discovery_results.json` beside it has the same for programs,");
        line("with the structure of each answer as JSON Schema; measured times and sizes are in table `api_endpoint_runs`, and what has changed since in `api_endpoints`.");
        line("Ids in paths are `{id}`. Values are masked: letters are x, digits 9.");
        line("");
    }

    private void answered(List<Endpoint> endpoints) {
        line("## What answers");
        line("");
        line("| endpoint | why it was asked | time | size | paged | used by route | feeds or could feed |");
        line("|---|---|---|---|---|---|---|");
        endpoints.forEach(endpoint -> line("| `" + endpoint.name() + "` | " + endpoint.origin() + " | " + endpoint.time() + " | " + endpoint.size() + " | "
                + (endpoint.paging() == null ? "" : "yes") + " | " + code(endpoint.used()) + " | " + code(endpoint.feeds()) + " |"));
        line("");
    }

    private void silent(List<Endpoint> endpoints) {
        line("## What does not answer");
        line("");
        line("| endpoint | why it was asked | state | status | what the source says |");
        line("|---|---|---|---|---|");
        endpoints.forEach(endpoint -> line("| `" + endpoint.name() + "` | " + endpoint.origin() + " | " + endpoint.state() + " | " + Objects.toString(endpoint.status(), "none")
                + " | " + cell(Objects.toString(endpoint.note(), "")) + " |"));
        line("");
    }

    private void structures(List<Endpoint> endpoints) {
        line("## What the answers hold");
        endpoints.stream().filter(endpoint -> endpoint.name().startsWith("GET ")).forEach(endpoint -> {
            line("");
            line("### `" + endpoint.name() + "`");
            line("");
            line("| where | what |");
            line("|---|---|");
            SchemaPaths.of(endpoint.structure()).forEach((path, words) -> line("| `" + path + "` | " + cell(words) + " |"));
        });
    }

    private static String code(String name) {
        return name == null ? "" : "`" + name + "`";
    }

    private static String cell(String words) {
        return words.replace("|", "\\|").replace("<", "&lt;");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
