package io.wattline.http;

import io.wattline.alert.AlertActions;
import io.wattline.alert.AlertRule;
import io.wattline.backfill.Backfills;
import io.wattline.deadletter.Replay;
import io.wattline.export.ExportModule;
import io.wattline.health.HealthModule;
import io.wattline.quality.QualityStandard;
import io.wattline.reading.IngestionPause;
import io.wattline.reading.SourceFormat;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;

/**
 * What the API uses of other features.
 *
 * @param format       how payloads of dead letters are read
 * @param pause        whether an operator has paused ingestion
 * @param standard     thresholds of grades
 * @param alerts       acknowledges and silences
 * @param rules        alert rules in force, by name
 * @param backfills    backfill jobs
 * @param replay       makes the replay of dead letters, given access to routes
 * @param exports      readings and energy as files
 * @param health       what the process knows of itself
 */
public record ApiFeatures(SourceFormat format, IngestionPause pause,
        QualityStandard standard, AlertActions alerts, Function<String, Optional<AlertRule>> rules, Backfills backfills,
        Function<ProducerTemplate, Replay> replay, ExportModule exports, HealthModule health) {
}
