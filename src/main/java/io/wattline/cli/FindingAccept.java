package io.wattline.cli;

import io.wattline.quality.FindingActions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Accepts findings. */
@Command(name = "accept", description = "Accepts the readings of findings as correct: the findings no longer count in "
        + "grades and alerts, and mark no readings.")
final class FindingAccept extends FindingVerb {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Reason; stored with it.")
    private String reason;

    @Option(names = "--until", paramLabel = "DATE", converter = DateConverter.class, description = "Up to this day "
            + "(exclusive), YYYY-MM-DD in UTC (default: without end).")
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
