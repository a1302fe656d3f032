package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.audit.AuditLog;
import io.wattline.quality.FindingActions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** A verb that accepts findings or withdraws that; written to {@code audit_log}. */
abstract class FindingVerb extends ReportingVerb {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of the findings; see wattline validate.")
    private List<Long> ids;

    private final String action;
    private final String done;

    /** @param done the participle for messages, such as {@code accepted} */
    FindingVerb(CliContext context, String action, String done) {
        super(context);
        this.action = action;
        this.done = done;
    }

    /** False where no open finding has this id. */
    abstract boolean at(FindingActions desk, long id);

    /** Arguments for the audit log; null where there are none. */
    abstract Map<String, Object> details();

    @Override
    public Integer call() throws Exception {
        List<Long> worked = new ArrayList<>();
        List<Long> not = new ArrayList<>();
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            FindingActions desk = new FindingActions(database, Clock.systemUTC());
            CliAudit audit = new CliAudit(new AuditLog(database, Clock.systemUTC()), context().who());
            for (Long id : ids.stream().distinct().toList()) {
                boolean is = audit.of(action, id.toString(), details(), () -> at(desk, id), "no open finding has this "
                        + "id");
                (is ? worked : not).add(id);
            }
        }
        report(Map.of(done, worked, "not", not), () -> {
            worked.forEach(id -> terminal().line("finding " + id + " is " + done + "."));
            not.forEach(id -> terminal().line("not " + done + ": " + id + "; list the open ones with: wattline "
                    + "validate"));
        });
        return not.isEmpty() ? DONE : FAILED;
    }
}
