package io.wattline.http;

import io.wattline.anomaly.AnomalyActions;
import io.wattline.anomaly.AnomalyBook;
import io.wattline.anomaly.DetectorBoard;
import io.wattline.anomaly.ExpectedBand;
import io.wattline.anomaly.StoredBacktest;
import io.wattline.channel.Channels;
import io.wattline.deadletter.DeadLetters;
import io.wattline.export.Exports;
import io.wattline.module.Foundation;
import io.wattline.quality.FindingActions;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;

/** The handlers of all operations that need more than their statements. */
final class ApiHandlers {

    private final Foundation base;
    private final ApiFeatures features;
    private final ApiDocument document;
    private final Map<String, String> units;
    private final CsvExports exports;
    private final Exports files;
    private final SqlHandler sql;
    private final GradeCache grades;

    /** @param database pool of the HTTP server */
    ApiHandlers(Foundation base, ApiFeatures features, ApiDocument document, DataSource database) {
        this.base = base;
        this.features = features;
        this.document = document;
        units = features.exports().units();
        exports = new CsvExports(database, units, features.exports().running());
        files = features.exports().exports(database);
        sql = new SqlHandler(database, exports, base.clock());
        grades = new GradeCache(database, features.standard(), base.clock());
    }

    /** The handler of every operation that has only statements. */
    SqlHandler sql() {
        return sql;
    }

    /** Operations that read, by id. */
    Map<String, OperationHandler> reading() {
        ReadingsHandler readings = new ReadingsHandler(sql, units, exports, base.clock());
        Map<String, OperationHandler> handlers = new HashMap<>();
        handlers.put("alert", new AlertDetailHandler(sql, features.rules()));
        handlers.put("openapi", (operation, arguments) -> ApiResponse.ofJsonText(document.json(base.version())));
        handlers.put("channels", GradedListHandler.channels(sql, grades));
        handlers.put("sites", GradedListHandler.sites(sql, grades));
        handlers.put("channel", new ChannelHandler(sql, grades, units));
        handlers.put("marks", new ChartMarksHandler(sql, features.format(), new Channels(base.database())));
        handlers.put("readings", readings);
        handlers.put("columns", readings::columns);
        handlers.put("expected",
                new ExpectedHandler(new ExpectedBand(AnomalyBook.of(base.settings().home()), base.database())));
        handlers.put("detectors", new DetectorsHandler(new DetectorBoard(base.database(), base.clock()),
                new AnomalyActions(base.database(), base.clock())));
        handlers.put("export", new ExportHandler(files));
        return handlers;
    }

    /** Operations that change something, by id. */
    Map<String, OperationHandler> acting(ProducerTemplate routes) {
        Map<String, OperationHandler> handlers = new HashMap<>();
        handlers.putAll(new FindingHandlers(new FindingActions(base.database(), base.clock()), grades::clear)
                .handlers());
        handlers.putAll(new AnomalyHandlers(new AnomalyActions(base.database(), base.clock()),
                new StoredBacktest(AnomalyBook.of(base.settings().home()), base.database(), base.clock())).handlers());
        handlers.putAll(new AlertHandlers(features.alerts(),
                () -> routes.asyncSendBody("direct:alert-delivery-start", null))
                .handlers());
        handlers.putAll(new DeadLetterHandlers(new DeadLetters(base.database()), features.replay().apply(routes))
                .handlers());
        handlers.putAll(new IngestionHandlers(features.backfills(), features.pause()).handlers());
        return handlers;
    }
}
