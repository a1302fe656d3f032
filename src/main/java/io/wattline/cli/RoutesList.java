package io.wattline.cli;

import io.wattline.routes.RouteLine;
import io.wattline.routes.RouteLines;
import io.wattline.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;

/** Lists the routes. */
@Command(name = "list", description = "Lists the routes with what starts each and what it does.")
final class RoutesList extends ReportingVerb {

    RoutesList(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Map<String, String> texts = new TreeMap<>();
        Settings settings = settings(List.of());
        RoutesCheck.edited(this, settings, List.of())
                .forEach((file, text) -> texts.put(file.getFileName().toString(), text));
        List<RouteLine> lines = RouteLines.of(texts, settings.openProperties(), Instant.now());
        report(lines, () -> {
            Table table = new Table("capability", "route", "starts with", "next", "what it does");
            lines.forEach(
                    line -> table.row(line.capability(), line.id(), line.from(), line.next(), line.description()));
            table.print(terminal());
        });
        return DONE;
    }
}
