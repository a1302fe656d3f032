package io.wattline.http;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.audit.AuditLog;
import io.wattline.database.Database;
import io.wattline.database.DatabaseSettings;
import io.wattline.database.DatabaseUrl;
import io.wattline.health.HealthModule;
import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;

/** The HTTP server: the guard and, behind it, the API of {@code openapi.yaml} and the dashboard. */
public final class HttpModule implements FeatureModule {

    /** A pool of its own, so that large responses take no connection from ingestion. */
    private static final int CONNECTIONS = 6;

    private final Foundation base;
    private final HttpSettings settings;
    private final ApiFeatures features;

    public HttpModule(Foundation base, ApiFeatures features) {
        this.base = base;
        this.settings = base.settings().of(HttpSettings.class);
        this.features = features;
    }

    @Override
    public void bind(Beans beans) {
        beans.forRoutes("dashboardFiles", new DashboardFiles());
    }

    @Override
    public void open(CamelContext context) throws Exception {
        HikariDataSource database = database();
        ApiDocument document = ApiDocument.read();
        Admission admission = new Admission(document, settings, () -> HttpServer.port(context)
                .orElse(settings.port()));
        ApiHandlers handlers = new ApiHandlers(base, features, document, database);
        Overview overview = new Overview(handlers.sql(), document, process(admission), base.clock());
        Map<String, OperationHandler> byId = new HashMap<>(handlers.reading());
        byId.putAll(handlers.acting(context.createProducerTemplate()));
        byId.put("overview", overview);
        NamedThings names = new NamedThings(base.database());
        byId.replaceAll((id, handler) -> names.before(handler));
        HttpApi api = new HttpApi(
                document, byId, names.before(handlers.sql()),
                new AuditLog(base.database(), base.clock()),
                base.clock());
        EventStream events = new EventStream(overview, features.exports().running(), database, base.clock());
        context.addService(events);
        serve(context, api);
        OpenConnections connections = new OpenConnections(settings, base.clock());
        HttpGuard guard = new HttpGuard(admission, api, events, connections);
        context.addService(new BoundedHttpServer(settings, connections, guard::install));
    }

    private static void serve(CamelContext context, HttpApi api) throws Exception {
        HeadResponsePolicy.apply(context);
        CompressionPolicy.apply(context);
        context.addRoutes(new ApiRoutes(api));
    }

    private HikariDataSource database() {
        DatabaseSettings chosen = base.settings().of(DatabaseSettings.class);
        DatabaseUrl url = chosen.address();
        String name = chosen.applicationName() + "-http";
        return Database.open(url, CONNECTIONS, settings.databaseTimeout(), name);
    }

    private Overview.Process process(Admission admission) {
        HealthModule health = features.health();
        return new Overview.Process(base.version(), base.settings().profile(), admission.canAct(),
                () -> new Overview.State(health.breakerState(), health.sourceState(), features.pause().isSet(),
                health.spool().waiting(),
                        health.troubles()));
    }
}
