package io.wattline.http;

import io.wattline.quality.FindingActions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** What people say of findings. */
public final class FindingHandlers {

    private final FindingActions desk;
    private final Runnable afterwards;

    /** @param afterwards forgets the grades, which are others now */
    public FindingHandlers(FindingActions desk, Runnable afterwards) {
        this.desk = desk;
        this.afterwards = afterwards;
    }

    /** By operations. */
    public Map<String, Handler> handlers() {
        return Map.of("finding-accept", this::accept, "finding-withdraw", this::withdraw);
    }

    private HttpReply accept(Operation operation, Arguments arguments) throws ProblemException {
        long id = arguments.number("finding");
        LocalDate until = arguments.day("until");
        try {
            boolean isOpen = desk.accept(id, until == null ? null : until.atStartOfDay(ZoneOffset.UTC).toInstant(), arguments.text("by"), arguments.text("reason"));
            return answer(isOpen, "accepted", id, "is not open");
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, e.getMessage());
        }
    }

    private HttpReply withdraw(Operation operation, Arguments arguments) throws ProblemException {
        long id = arguments.number("finding");
        return answer(desk.withdraw(id), "withdrawn", id, "is not open, or nobody has accepted it");
    }

    private HttpReply answer(boolean isDone, String done, long id, String whyNot) throws ProblemException {
        if (!isDone) {
            throw new ProblemException(409, "Finding " + id + " " + whyNot + "; /api/channels/{id} has a channel's findings");
        }
        afterwards.run();
        return HttpReply.json(Map.of(done, id));
    }
}
