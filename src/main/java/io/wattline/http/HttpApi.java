package io.wattline.http;

import io.wattline.audit.AuditEntry.Outcome;
import io.wattline.audit.AuditEntry.Via;
import io.wattline.audit.AuditEntry;
import io.wattline.audit.AuditLog;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every operation, also what cannot be answered. What changes something is in the audit log, whatever became of it. */
public final class HttpApi {

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);

    private static final int REFUSALS_A_MINUTE = 60;

    private final ApiDocument document;
    private final Map<String, Handler> handlers;
    private final Handler standard;
    private final AuditLog audit;
    private final Allowance refusals;

    /**
     * @param handlers by the ids of operations
     * @param standard of all other operations
     */
    public HttpApi(ApiDocument document, Map<String, Handler> handlers, Handler standard, AuditLog audit, Clock clock) {
        this.document = document;
        this.handlers = Map.copyOf(handlers);
        this.standard = standard;
        this.audit = audit;
        this.refusals = new Allowance(REFUSALS_A_MINUTE, clock);
    }

    public ApiDocument document() {
        return document;
    }

    /** Never throws. */
    public HttpReply answer(WebQuery question) {
        return document.find(question.method(), question.path()).map(operation -> operation.acts() ? act(operation, question) : look(operation, question))
                .orElseGet(() -> new ProblemException(404, "There is nothing at " + question.path() + "; see /api/openapi.json").answer());
    }

    private HttpReply look(Operation operation, WebQuery question) {
        try {
            return handlers.getOrDefault(operation.id(), standard).answer(operation, ArgumentReader.read(operation, question));
        } catch (ProblemException e) {
            return e.answer();
        } catch (Exception e) {
            return broken(operation, e);
        }
    }

    private HttpReply act(Operation operation, WebQuery question) {
        Arguments arguments = null;
        try {
            arguments = ArgumentReader.read(operation, question);
            HttpReply answer = handlers.get(operation.id()).answer(operation, arguments);
            write(operation, question, arguments, Outcome.DONE, String.valueOf(answer.body()));
            return answer;
        } catch (ProblemException e) {
            write(operation, question, arguments, Outcome.REFUSED, e.getMessage());
            return e.answer();
        } catch (Exception e) {
            write(operation, question, arguments, Outcome.FAILED, e.getMessage());
            return broken(operation, e);
        }
    }

    /** Turned away before it was looked at. Somebody who tries tokens by the thousand fills no table: beyond some a minute it is a line in the log. */
    public void refused(WebQuery question, String why) {
        document.find(question.method(), question.path()).filter(Operation::acts).ifPresent(operation -> {
            if (refusals.take()) {
                write(operation, question, null, Outcome.REFUSED, why);
            } else {
                LOG.warn("HTTP: {} from {} is refused, as many before it in this minute: {}", operation.id(), question.origin(), why);
            }
        });
    }

    private void write(Operation operation, WebQuery question, Arguments arguments, Outcome outcome, String answer) {
        Map<String, Object> said = arguments == null ? null : arguments.said();
        String who = said == null ? "somebody" : String.valueOf(said.getOrDefault("by", "somebody"));
        audit.write(new AuditEntry(who, Via.HTTP, question.origin(), operation.id(), target(said), said), outcome, answer);
    }

    private static String target(Map<String, Object> said) {
        return said == null ? null : said.entrySet().stream().filter(each -> each.getValue() instanceof Long).map(each -> each.getKey() + " " + each.getValue()).findFirst().orElse(null);
    }

    private static HttpReply broken(Operation operation, Exception e) {
        boolean isAway = e instanceof SQLException || e.getCause() instanceof SQLException;
        LOG.error("HTTP: {} is not answered: {}", operation.path(), e.getMessage(), isAway ? null : e);
        return new ProblemException(isAway ? 503 : 500, isAway ? "The database does not answer now; try again" : "This could not be answered; the log of the service says why").answer();
    }
}
