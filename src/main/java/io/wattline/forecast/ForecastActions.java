package io.wattline.forecast;

import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import io.wattline.forecast.method.ForecastKind;
import io.wattline.settings.NearMiss;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Lists forecasts and track records. It works with and without a running service. */
public final class ForecastActions {

    private final Sql sql;

    public ForecastActions(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * Forecasts whose time is not over, the most probable first, at most 1,000.
     *
     * @param all  also those that do not warn, and those of muted kinds
     * @param kind null for all; one that does not exist is an {@link IllegalArgumentException}
     */
    public List<ForecastRow> list(boolean all, String kind) {
        Map<String, Object> values = new HashMap<>();
        values.put("all", all);
        values.put("kind", known(kind));
        return sql.all(NamedSql.file("forecast-list"), values, ForecastRow::of);
    }

    /** The track record of each kind over the last 90 days. */
    public List<ForecastScore> scores() {
        return sql.all(NamedSql.file("forecast-scores"), Map.of(), ForecastScore::of);
    }

    /** What was said and what happened, by tenth of probability. Errors as with {@link #list}. */
    public List<ReliabilityBin> reliability(String kind) {
        Map<String, Object> values = new HashMap<>();
        values.put("kind", known(kind));
        return sql.all(NamedSql.file("forecast-reliability"), values, ReliabilityBin::of);
    }

    private static String known(String kind) {
        if (kind != null && !ForecastKind.texts().contains(kind)) {
            throw new IllegalArgumentException("Unknown forecast '" + kind + "'"
                    + NearMiss.nearest(kind, ForecastKind.texts()).map(near -> " (did you mean " + near + "?)")
                    .orElse("") + "; allowed: " + String.join(", ", ForecastKind.texts()));
        }
        return kind;
    }
}
