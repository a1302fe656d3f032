package io.wattline.cli;

import io.wattline.audit.AuditEntry.Outcome;
import io.wattline.audit.AuditEntry;
import io.wattline.audit.AuditLog;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParameterException;

/** Writes actions at the command line to the audit log, also refused and failed ones. */
record CliAudit(AuditLog log, String who) {

    /**
     * Runs the action and writes it to the audit log; returns the action's result.
     *
     * @param target  null where it has no single target
     * @param details arguments; null where there are none
     * @param refusal why nothing was done where {@code deed} returns false
     */
    <T> T of(String action, String target, Map<String, Object> details, Callable<T> deed, String refusal)
            throws Exception {
        AuditEntry entry = new AuditEntry(who, AuditEntry.Via.CLI, null, action, target, details);
        try {
            T done = deed.call();
            boolean refused = Boolean.FALSE.equals(done);
            log.write(
                    entry,
                    refused ? Outcome.REFUSED : Outcome.DONE,
                    refused ? refusal : done instanceof Boolean ? null : String.valueOf(done));
            return done;
        } catch (IllegalArgumentException | ParameterException e) {
            log.write(entry, Outcome.REFUSED, e.getMessage());
            throw e;
        } catch (Exception e) {
            log.write(entry, Outcome.FAILED, e.getMessage());
            throw e;
        }
    }
}
