package io.wattline.http;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.alert.AlertActions;
import io.wattline.audit.AuditLog;
import io.wattline.backfill.Backfills;
import io.wattline.channel.Channels;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.deadletter.DeadLetterModule;
import io.wattline.deadletter.DeadLetters;
import io.wattline.eniscope.EniscopeModule;
import io.wattline.eniscope.FieldCatalogue;
import io.wattline.eniscope.Normaliser;
import io.wattline.health.Backlog;
import io.wattline.health.HealthModule;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.quality.FindingActions;
import io.wattline.quality.QualityStandard;
import io.wattline.reading.Column;
import io.wattline.reading.ReadingModule;
import io.wattline.settings.Hosts;
import io.wattline.settings.Settings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/**
 * The HTTP side: the guard, and behind it the API of {@code openapi.yaml}. It has its own few connections: whoever looks at much data takes
 * none from ingestion.
 */
public final class HttpModule implements FeatureModule {

    private static final int CONNECTIONS = 6;

    private final Foundation base;
    private final Settings settings;
    private final EniscopeModule source;
    private final ReadingModule reading;
    private final QualityStandard standard;
    private final AlertActions alertActions;
    private final Backfills backfills;
    private final DeadLetterModule deadLetters;
    private final HealthModule health;

    public HttpModule(Foundation base, EniscopeModule source, ReadingModule reading, QualityStandard standard, AlertActions alertActions,
                      Backfills backfills, DeadLetterModule deadLetters, HealthModule health) {
        this.base = base;
        this.settings = base.settings();
        this.source = source;
        this.reading = reading;
        this.standard = standard;
        this.alertActions = alertActions;
        this.backfills = backfills;
        this.deadLetters = deadLetters;
        this.health = health;
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("dashboardFiles", new DashboardFiles());
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("camel.server.host", settings.text("wattline.http.host"), "camel.server.port", settings.count("wattline.http.port"),
                "camel.server.max-body-size", HttpServer.BODY_MAX_BYTES);
    }

    /** Puts the guard up and the routes behind it. */
    @Override
    public void open(CamelContext context) throws Exception {
        HikariDataSource database = Database.open(DatabaseUrl.parse(settings.text("database.url")), CONNECTIONS,
                settings.duration("wattline.http.database-timeout"), settings.text("database.application-name") + "-http");
        ApiDocument document = ApiDocument.read();
        Map<String, String> units = units(source.fields());
        Exports exports = new Exports(database, units);
        SqlAnswers sql = new SqlAnswers(database, exports, base.clock());
        Admission admission = new Admission(document, settings.text("wattline.http.token"), Hosts.isLoopback(settings.text("wattline.http.host")),
                Stream.concat(Stream.of(settings.text("wattline.http.host")), Arrays.stream(settings.text("wattline.http.names").split(",")))
                        .map(String::strip).toList());
        Overview overview = new Overview(sql, document, new Overview.Process(base.version(), settings.profile(), health.parts()::breaker,
                reading.scheduler()::isHeld, new Backlog(settings.path("spool.directory"))::waiting, admission.canAct()), base.clock());
        Map<String, Handler> handlers = new HashMap<>(questions(sql, exports, units, document, new Grades(database, standard, base.clock())));
        handlers.put("overview", overview);
        handlers.putAll(actions(context.createProducerTemplate()));
        HttpApi api = new HttpApi(document, handlers, sql, new AuditLog(base.database(), base.clock()), base.clock());
        EventStream events = new EventStream(overview, exports, database);
        context.addService(events);
        context.getManagementStrategy().addEventNotifier(new HttpGuard(admission, api, events));
        HeadPolicy.apply(context);
        context.addRoutes(new ApiRoutes(api));
    }

    private Map<String, Handler> questions(SqlAnswers sql, Exports exports, Map<String, String> units, ApiDocument document, Grades grades) {
        Map<String, Handler> handlers = new HashMap<>();
        handlers.put("openapi", (operation, arguments) -> new HttpReply(200, "application/json", Map.of(), document.json(base.version())));
        handlers.put("channels", Graded.channels(sql, grades));
        handlers.put("sites", Graded.sites(sql, grades));
        handlers.put("channel", new ChannelDetail(sql, grades, units));
        handlers.put("marks", new ChartMarks(sql, new Normaliser(source.fields()), new Channels(base.database())));
        ReadingsReply readings = new ReadingsReply(sql, units, exports, base.clock());
        handlers.put("readings", readings);
        handlers.put("columns", readings::columns);
        handlers.putAll(new FindingHandlers(new FindingActions(base.database(), base.clock()), grades::forget).handlers());
        return handlers;
    }

    private Map<String, Handler> actions(ProducerTemplate routes) {
        Map<String, Handler> handlers = new HashMap<>();
        handlers.putAll(new AlertHandlers(alertActions, () -> routes.asyncSendBody("direct:alerts-deliver", null)).handlers());
        handlers.putAll(new DeadLetterHandlers(new DeadLetters(base.database()), deadLetters.replay(routes)).handlers());
        handlers.putAll(new IngestionHandlers(backfills, reading.scheduler()).handlers());
        return handlers;
    }

    /** Of the value columns of table readings, by their names. */
    private static Map<String, String> units(FieldCatalogue fields) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            units.put(column.sqlName(), column.unit());
        }
        fields.extraColumns().forEach(column -> units.put(column.sqlName(), column.unit()));
        return units;
    }
}
