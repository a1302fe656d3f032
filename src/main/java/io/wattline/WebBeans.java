package io.wattline;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.alert.AlertDesk;
import io.wattline.audit.AuditLog;
import io.wattline.ops.ApiRoutes;
import io.wattline.ops.Backlog;
import io.wattline.ops.HealthParts;
import io.wattline.ops.HttpDoor;
import io.wattline.quality.QualityStandard;
import io.wattline.reading.Column;
import io.wattline.reading.Fields;
import io.wattline.settings.ConfigFile;
import io.wattline.settings.Hosts;
import io.wattline.settings.Settings;
import io.wattline.web.Admission;
import io.wattline.web.AlertActions;
import io.wattline.web.Answer;
import io.wattline.web.Api;
import io.wattline.web.ApiDocument;
import io.wattline.web.Graded;
import io.wattline.web.Grades;
import io.wattline.web.Handler;
import io.wattline.web.Overview;
import io.wattline.web.Readings;
import io.wattline.web.SqlAnswers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** The HTTP side: the door, and behind it the API of {@code openapi.yaml}. */
final class WebBeans {

    private final Ground ground;
    private final ApiDocument document = ApiDocument.read();
    private final HikariDataSource database;
    private final ProducerTemplate template;

    private WebBeans(Ground ground, HikariDataSource database, ProducerTemplate template) {
        this.ground = ground;
        this.database = database;
        this.template = template;
    }

    /** Hangs the door and puts the routes behind it. */
    static void open(CamelContext context, Wiring wiring, HealthParts parts) {
        WebBeans beans = new WebBeans(wiring.ground, wiring.ground.database(), context.createProducerTemplate());
        Settings settings = wiring.ground.settings();
        Admission admission = new Admission(beans.document, settings.text("wattline.http.token"), Hosts.isLoopback(settings.text("wattline.http.host")), List.of(settings.text("wattline.http.host")));
        Api api = beans.api(new Overview.Process(Wiring.version(), settings.profile(), parts::breaker, wiring.pollDesk::isHeld, new Backlog(settings.path("spool.directory"))::waiting, admission.canAct()));
        context.getManagementStrategy().addEventNotifier(new HttpDoor(admission, api));
        try {
            context.addRoutes(new ApiRoutes(api));
        } catch (Exception e) {
            throw new IllegalStateException("The routes of the API were not made: " + e.getMessage(), e);
        }
    }

    private Api api(Overview.Process process) {
        SqlAnswers sql = new SqlAnswers(database, ground.clock());
        Map<String, Handler> handlers = new HashMap<>();
        handlers.put("overview", new Overview(sql, document, process, ground.clock()));
        handlers.put("openapi", (operation, arguments) -> new Answer(200, "application/json", Map.of(), document.json(process.version())));
        ConfigFile quality = ConfigFile.read(ground.settings().home(), "config/quality.yaml");
        Grades grades = new Grades(database, QualityStandard.parse(quality.name(), quality.text()), ground.clock());
        handlers.put("channels", Graded.channels(sql, grades));
        handlers.put("sites", Graded.sites(sql, grades));
        handlers.put("readings", new Readings(sql, units(), ground.clock()));
        handlers.putAll(new AlertActions((AlertDesk) ground.beans().get("alertDesk"), () -> template.asyncSendBody("direct:alerts-deliver", null)).handlers());
        return new Api(document, handlers, sql, new AuditLog(database, ground.clock()));
    }

    private Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            units.put(column.sqlName(), column.unit());
        }
        ConfigFile file = ConfigFile.read(ground.settings().home(), "config/fields.yaml");
        Fields.parse(file.name(), file.text()).extraColumns().forEach(column -> units.put(column.sqlName(), column.unit()));
        return units;
    }
}
