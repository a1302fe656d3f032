package io.wattline.http;

import io.wattline.audit.AuditEntry.Outcome;
import io.wattline.audit.AuditEntry.Via;
import io.wattline.audit.AuditEntry;
import io.wattline.audit.AuditLog;
import io.wattline.channel.UnknownNameException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the response to every request, errors included. Every request that changes something is audited, with its
 * outcome.
 */
public final class HttpApi {

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final int AUDITED_REFUSALS_PER_MINUTE = 60;

    private final ApiDocument document;
    private final Map<String, OperationHandler> handlers;
    private final OperationHandler standard;
    private final AuditLog audit;
    private final MinuteLimit auditedRefusals;

    /**
     * @param handlers by id of the operation
     * @param standard of all other operations
     */
    public HttpApi(ApiDocument document, Map<String, OperationHandler> handlers, OperationHandler standard,
            AuditLog audit, Clock clock) {
        this.document = document;
        this.handlers = Map.copyOf(handlers);
        this.standard = standard;
        this.audit = audit;
        this.auditedRefusals = new MinuteLimit(AUDITED_REFUSALS_PER_MINUTE, clock);
    }

    public ApiDocument document() {
        return document;
    }

    /** Never throws. */
    public ApiResponse respond(ApiRequest request) {
        return document.find(request.method(), request.path())
                .map(operation -> operation.acts() ? act(operation, request) : read(operation, request))
                .orElseGet(() -> new ProblemException(404, request.path() + " does not exist; see /api/openapi.json")
                .response());
    }

    private ApiResponse read(ApiOperation operation, ApiRequest request) {
        try {
            return handlers.getOrDefault(operation.id(), standard)
                    .handle(operation, ArgumentReader.read(operation, request));
        } catch (ProblemException e) {
            return e.response();
        } catch (UnknownNameException e) {
            return ProblemException.of(e.argument(), e.getMessage()).response();
        } catch (Exception e) {
            return breakdown(operation, e);
        }
    }

    private ApiResponse act(ApiOperation operation, ApiRequest request) {
        Arguments arguments = null;
        try {
            arguments = ArgumentReader.read(operation, request);
            ApiResponse response = handlers.get(operation.id()).handle(operation, arguments);
            audit(operation, request, arguments, Outcome.DONE, String.valueOf(response.body()));
            return response;
        } catch (ProblemException e) {
            audit(operation, request, arguments, Outcome.REFUSED, e.getMessage());
            return e.response();
        } catch (UnknownNameException e) {
            audit(operation, request, arguments, Outcome.REFUSED, e.getMessage());
            return ProblemException.of(e.argument(), e.getMessage()).response();
        } catch (Exception e) {
            audit(operation, request, arguments, Outcome.FAILED, e.getMessage());
            return breakdown(operation, e);
        }
    }

    /**
     * Audits an action that the guard has refused. Attempts to guess the token fill no table: beyond a limit they are
     * only logged.
     */
    public void refused(ApiRequest request, String reason) {
        document.find(request.method(), request.path()).filter(ApiOperation::acts).ifPresent(operation -> {
            if (auditedRefusals.allow()) {
                audit(operation, request, null, Outcome.REFUSED, reason);
            } else {
                LOG.warn("HTTP: {} from {} was refused, like many others in this minute: {}", operation.id(),
                        request.origin(), reason);
            }
        });
    }

    private void audit(ApiOperation operation, ApiRequest request, Arguments arguments, Outcome outcome,
            String result) {
        Map<String, Object> given = arguments == null ? null : arguments.given();
        String who = given == null ? "somebody" : String.valueOf(given.getOrDefault("by", "somebody"));
        audit.write(new AuditEntry(who, Via.HTTP, request.origin(), operation.id(), target(given), given), outcome,
                result);
    }

    private static String target(Map<String, Object> given) {
        return given == null ? null : given.entrySet().stream().filter(each -> each.getValue() instanceof Long)
                .map(each -> each.getKey() + " " + each.getValue()).findFirst().orElse(null);
    }

    private static ApiResponse breakdown(ApiOperation operation, Exception e) {
        boolean isDatabase = e instanceof SQLException || e.getCause() instanceof SQLException;
        LOG.error("HTTP: {} failed: {}", operation.path(), e.getMessage(), isDatabase ? null : e);
        return new ProblemException(isDatabase ? 503 : 500, isDatabase
                ? "The database does not respond; try again later"
                : "An internal error; the log of the service has the details").response();
    }
}
