package io.wattline.documents;

import io.wattline.app.WattlineSettings;
import io.wattline.routes.RouteLine;
import io.wattline.routes.RouteLines;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code ./wattline routes list} says, for those who read. */
record RouteIndex() implements Document {

    @Override
    public String path() {
        return "docs/routes.md";
    }

    @Override
    public String text() {
        Markdown text = new Markdown().add("# Routes").add(Document.note("`routes/`"))
                .add("`./wattline routes list` lists the routes on disk, "
                        + "and when each timer runs next. [Editing routes](editing-routes.md) says how to"
                + " change one.");
        Map<String, List<RouteLine>> capabilities = lines().stream()
                .collect(Collectors.groupingBy(RouteLine::capability, TreeMap::new, Collectors.toList()));
        capabilities.forEach((capability, lines) -> {
            text.add("## " + capability)
                    .add("[`" + lines.get(0).file() + "`](../routes/"
                            + lines.get(0).file() + ")");
            text.table(
                    List.of("route", "starts with", "what it does"),
                    lines.stream()
                            .map(line -> List.of(
                                    Markdown.code(line.id()),
                                    Markdown.code(line.from()),
                                    Markdown.plain(line.description())))
                            .toList());
        });
        return text.toString();
    }

    /** All routes of the checkout, with its own settings. */
    static List<RouteLine> lines() {
        Map<String, String> texts = new TreeMap<>();
        Documents.files("routes", ".camel.yaml")
                .forEach(file -> texts.put(file.getFileName().toString(), Documents.read(file)));
        return RouteLines.of(
                texts,
                WattlineSettings.load(Path.of("").toAbsolutePath(), "prod", Map.of())
                        .openProperties(),
                Instant.EPOCH);
    }
}
