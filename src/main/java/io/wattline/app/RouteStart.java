package io.wattline.app;

import io.wattline.audit.AuditEntry;
import io.wattline.audit.AuditEntry.Outcome;
import io.wattline.audit.AuditLog;
import io.wattline.routes.GuardedContext;
import io.wattline.routes.LastGoodRoutes;
import io.wattline.routes.RouteCheck;
import io.wattline.routes.RouteListener;
import io.wattline.routes.RouteReload;
import io.wattline.routes.RouteSettings;
import io.wattline.routes.StartRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;

/** The routes of one process: which of them run at its start, and how edits are taken over. */
final class RouteStart implements RouteListener {

    private static final String EDITOR = "an editor of routes";

    private final Modules modules;
    private final RouteCheck check;
    private final StartRoutes routes;
    private final LastGoodRoutes lastGood;
    private final Path folder;
    private final AuditLog audit;
    private RouteReload reload;

    /** @param context with the beans, before its routes are loaded */
    RouteStart(Modules modules, GuardedContext context, Properties properties, NamedBeans beans) {
        this.modules = modules;
        RouteSettings settings = modules.base().settings().of(RouteSettings.class);
        folder = real(settings.directory());
        lastGood = new LastGoodRoutes(settings.lastGood());
        audit = new AuditLog(modules.base().database(), modules.base().clock());
        check = RouteChecks.check(
                modules.base().settings(), properties, context.getRegistry(), beans.forRoutes());
        context.guard(check.addresses());
        routes = StartRoutes.choose(folder, check, lastGood, modules.routeEdits);
    }

    /** Gives Camel the texts. */
    StartRoutes routes() {
        return routes;
    }

    /** Watches the folder, where there is one, and takes over edits that pass the check. */
    void watch(GuardedContext context) throws Exception {
        if (Files.isDirectory(folder)) {
            reload = new RouteReload(
                    folder, routes.texts(), check, modules.reading.scheduler(), modules.routeEdits, this);
            context.addService(reload);
        }
    }

    /** Once the routes run. */
    void started() {
        if (reload != null) {
            modules.routesInForce(routes.texts());
            lastGood.keep(routes.texts());
            reload.lookAtStart();
        }
    }

    @Override
    public void taken(Collection<Path> files, Map<Path, String> running) {
        modules.routesInForce(running);
        lastGood.keep(running);
        files.forEach(file -> audit.write(entry(file), Outcome.DONE, null));
    }

    @Override
    public void refused(Path file, String why) {
        audit.write(entry(file), Outcome.REFUSED, why);
    }

    private static AuditEntry entry(Path file) {
        return new AuditEntry(EDITOR, AuditEntry.Via.FILE, null, "routes-edit", file.getFileName().toString(), null);
    }

    /** Camel does not follow a folder that is a symbolic link. */
    private static Path real(Path folder) {
        try {
            return Files.isDirectory(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The routes in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
