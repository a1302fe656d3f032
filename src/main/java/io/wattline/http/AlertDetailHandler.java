package io.wattline.http;

import io.wattline.alert.AlertRule;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Adds to an alert what its rule tells people: what to do, and where to read more. */
final class AlertDetailHandler implements OperationHandler {

    private final SqlHandler sql;
    private final Function<String, Optional<AlertRule>> rules;

    /** @param rules the rules in force, by name */
    AlertDetailHandler(SqlHandler sql, Function<String, Optional<AlertRule>> rules) {
        this.sql = sql;
        this.rules = rules;
    }

    @Override
    public ApiResponse handle(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        Map<String, Object> alert = sql.content(operation, arguments);
        Optional<AlertRule> rule = rules.apply(String.valueOf(alert.get("rule")));
        alert.put("action", rule.map(AlertRule::action).orElse(null));
        alert.put("runbook", rule.map(AlertRule::runbook).orElse(null));
        return ApiResponse.json(alert);
    }
}
