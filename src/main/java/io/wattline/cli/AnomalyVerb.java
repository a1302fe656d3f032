package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.anomaly.AnomalyActions;
import io.wattline.app.WattlineSettings;
import io.wattline.audit.AuditLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** A verb that says something of anomalies; each is written to {@code audit_log}. */
abstract class AnomalyVerb extends ReportingVerb {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers of the anomalies, see list.")
    private List<Long> ids;

    private final String action;
    private final String done;

    /** @param done the word for what it did */
    AnomalyVerb(CliContext context, String action, String done) {
        super(context);
        this.action = action;
        this.done = done;
    }

    /** False where there is nothing to do it to. */
    abstract boolean at(AnomalyActions actions, long id);

    /** Arguments, for the audit; null where there are none. */
    abstract Map<String, Object> details();

    @Override
    public Integer call() throws Exception {
        List<Long> worked = new ArrayList<>();
        List<Long> not = new ArrayList<>();
        try (HikariDataSource database = context().launcher().openDatabase(settings(WattlineSettings.DATABASE))) {
            AnomalyActions actions = new AnomalyActions(database, Clock.systemUTC());
            CliAudit audit = new CliAudit(new AuditLog(database, Clock.systemUTC()), context().who());
            for (Long id : ids.stream().distinct().toList()) {
                boolean is = audit.of(action, id.toString(), details(), () -> at(actions, id),
                        "there is no such anomaly");
                (is ? worked : not).add(id);
            }
        }
        report(Map.of(done, worked, "not", not), () -> {
            worked.forEach(id -> terminal().line("anomaly " + id + " is " + done + "."));
            not.forEach(id -> terminal().line("not " + done + ": " + id
                    + "; see which there are with: wattline anomalies list --all"));
        });
        return not.isEmpty() ? DONE : FAILED;
    }
}
