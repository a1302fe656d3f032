package io.wattline.cli;

import io.wattline.quality.FindingActions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Accepts findings. */
@Command(name = "accept", description = "Says that the readings of findings are right: they count no more in grades "
        + "and alerts, and mark nothing.")
final class FindingAccept extends FindingVerb {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept with it.")
    private String reason;

    @Option(names = "--until", paramLabel = "DATE", converter = DateConverter.class, description = "Until before this "
            + "day (UTC), YYYY-MM-DD (default: for ever).")
    private Instant until;

    FindingAccept(CliContext context) {
        super(context, "finding-accept", "accepted");
    }

    @Override
    boolean at(FindingActions desk, long id) {
        return typed(() -> desk.accept(id, until, context().who(), reason));
    }

    @Override
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", reason);
        details.put("until", until == null ? "for ever" : until.toString());
        return details;
    }
}
