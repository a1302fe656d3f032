package io.wattline.app;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.alert.AlertActions;
import io.wattline.audit.AuditLog;
import io.wattline.channel.Channels;
import io.wattline.database.Database;
import io.wattline.database.DatabaseUrl;
import io.wattline.deadletter.DeadLetters;
import io.wattline.eniscope.FieldCatalogue;
import io.wattline.eniscope.Normaliser;
import io.wattline.health.Backlog;
import io.wattline.health.HealthParts;
import io.wattline.http.Admission;
import io.wattline.http.AlertHandlers;
import io.wattline.http.ApiDocument;
import io.wattline.http.ApiRoutes;
import io.wattline.http.ChannelDetail;
import io.wattline.http.ChartMarks;
import io.wattline.http.DeadLetterHandlers;
import io.wattline.http.EventStream;
import io.wattline.http.Exports;
import io.wattline.http.FindingHandlers;
import io.wattline.http.Graded;
import io.wattline.http.Grades;
import io.wattline.http.Handler;
import io.wattline.http.HeadPolicy;
import io.wattline.http.HttpApi;
import io.wattline.http.HttpGuard;
import io.wattline.http.HttpReply;
import io.wattline.http.IngestionHandlers;
import io.wattline.http.Overview;
import io.wattline.http.ReadingsReply;
import io.wattline.http.SqlAnswers;
import io.wattline.quality.FindingActions;
import io.wattline.quality.QualityStandard;
import io.wattline.reading.Column;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Hosts;
import io.wattline.settings.Settings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** The HTTP side: the door, and behind it the API of {@code openapi.yaml}. It has its own few connections: whoever looks at much data takes none from ingestion. */
final class WebBeans {

    private static final int CONNECTIONS = 6;

    private final Verbs verbs;
    private final Ground ground;
    private final Settings settings;
    private final ProducerTemplate template;
    private final HikariDataSource database;
    private final ApiDocument document = ApiDocument.read();
    private final Map<String, String> units;
    private final Exports exports;
    private final SqlAnswers sql;

    private WebBeans(Verbs verbs, ProducerTemplate template) {
        this.verbs = verbs;
        this.template = template;
        this.ground = verbs.wiring().ground;
        this.settings = ground.settings();
        this.database = Database.open(DatabaseUrl.parse(settings.text("database.url")), CONNECTIONS, settings.duration("wattline.http.database-timeout"),
                settings.text("database.application-name") + "-http");
        this.units = units(verbs.wiring().fields);
        this.exports = new Exports(database, units);
        this.sql = new SqlAnswers(database, exports, ground.clock());
    }

    /** Hangs the door and puts the routes behind it. */
    static void open(CamelContext context, Verbs verbs, HealthParts parts) throws Exception {
        WebBeans beans = new WebBeans(verbs, context.createProducerTemplate());
        Settings settings = beans.settings;
        Admission admission = new Admission(beans.document, settings.text("wattline.http.token"), Hosts.isLoopback(settings.text("wattline.http.host")),
                Stream.concat(Stream.of(settings.text("wattline.http.host")), Arrays.stream(settings.text("wattline.http.names").split(","))).map(String::strip).toList());
        Overview overview = new Overview(beans.sql, beans.document, new Overview.Process(Wiring.version(), settings.profile(), parts::breaker, verbs.wiring().pollDesk::isHeld,
                new Backlog(settings.path("spool.directory"))::waiting, admission.canAct()), beans.ground.clock());
        HttpApi api = new HttpApi(beans.document, beans.handlers(overview), beans.sql, new AuditLog(beans.ground.database(), beans.ground.clock()), beans.ground.clock());
        EventStream events = new EventStream(overview, beans.exports, beans.database);
        context.addService(events);
        context.getManagementStrategy().addEventNotifier(new HttpGuard(admission, api, events));
        HeadPolicy.apply(context);
        context.addRoutes(new ApiRoutes(api));
    }

    private Map<String, Handler> handlers(Overview overview) {
        ConfigFile quality = ConfigFile.read(settings.home(), "config/quality.yaml");
        Grades grades = new Grades(database, QualityStandard.parse(quality.name(), quality.text()), ground.clock());
        Map<String, Handler> handlers = new HashMap<>();
        handlers.put("overview", overview);
        handlers.put("openapi", (operation, arguments) -> new HttpReply(200, "application/json", Map.of(), document.json(Wiring.version())));
        handlers.put("channels", Graded.channels(sql, grades));
        handlers.put("sites", Graded.sites(sql, grades));
        handlers.put("channel", new ChannelDetail(sql, grades, units));
        handlers.put("marks", new ChartMarks(sql, new Normaliser(verbs.wiring().fields), new Channels(database)));
        ReadingsReply readings = new ReadingsReply(sql, units, exports, ground.clock());
        handlers.put("readings", readings);
        handlers.put("columns", readings::columns);
        handlers.putAll(new AlertHandlers((AlertActions) ground.beans().get("alertDesk"), () -> template.asyncSendBody("direct:alerts-deliver", null)).handlers());
        handlers.putAll(new DeadLetterHandlers(new DeadLetters(ground.database()), verbs.replay()).handlers());
        handlers.putAll(new FindingHandlers(new FindingActions(ground.database(), ground.clock()), grades::forget).handlers());
        handlers.putAll(new IngestionHandlers(verbs.backfills(), verbs.wiring().pollDesk).handlers());
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
