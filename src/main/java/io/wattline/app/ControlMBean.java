package io.wattline.app;

import io.wattline.alert.AlertOperations;
import io.wattline.anomaly.AnomalyOperations;
import io.wattline.backfill.BackfillOperations;
import io.wattline.deadletter.DeadLetterOperations;
import io.wattline.health.StateAttributes;
import io.wattline.jmx.Described;
import io.wattline.reading.IngestionOperations;
import io.wattline.forecast.ForecastOperations;
import io.wattline.routes.RouteOperations;

/** What operators see of a running service and can do with it over JMX, under {@code io.wattline:type=Control}. */
@Described("Steers a running Wattline: ingestion, routes, backfill jobs, replay of dead letters, alerts, anomalies, "
        + "forecasts. "
        + "Every operation is written to audit_log.")
public interface ControlMBean
        extends StateAttributes,
                IngestionOperations,
                RouteOperations,
                BackfillOperations,
                DeadLetterOperations,
                AlertOperations,
                AnomalyOperations,
                ForecastOperations {}
