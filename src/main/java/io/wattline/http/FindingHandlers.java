package io.wattline.http;

import io.wattline.quality.FindingActions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Accepts findings and withdraws the acceptance. */
public final class FindingHandlers {

    private final FindingActions findings;
    private final Runnable afterwards;

    /** @param afterwards forgets the grades, which a change of a finding can change */
    public FindingHandlers(FindingActions findings, Runnable afterwards) {
        this.findings = findings;
        this.afterwards = afterwards;
    }

    Map<String, OperationHandler> handlers() {
        return Map.of("finding-accept", this::accept, "finding-withdraw", this::withdraw);
    }

    private ApiResponse accept(ApiOperation operation, Arguments arguments) throws ProblemException {
        long id = arguments.number("finding");
        LocalDate until = arguments.day("until");
        try {
            boolean accepted = findings.accept(id, until == null ? null
                    : until.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    arguments.text("by"), arguments.text("reason"));
            return response(accepted, "accepted", id, "is not open");
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, e.getMessage());
        }
    }

    private ApiResponse withdraw(ApiOperation operation, Arguments arguments) throws ProblemException {
        long id = arguments.number("finding");
        return response(findings.withdraw(id), "withdrawn", id, "is not open or not accepted");
    }

    private ApiResponse response(boolean done, String verb, long id, String otherwise) throws ProblemException {
        if (!done) {
            throw new ProblemException(409, "Finding " + id + " " + otherwise
                    + "; GET /api/channels/{id} lists the findings of a channel");
        }
        afterwards.run();
        return ApiResponse.json(Map.of(verb, id));
    }
}
