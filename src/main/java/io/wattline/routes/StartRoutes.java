package io.wattline.routes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.main.DefaultRoutesCollector;
import org.apache.camel.spi.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the routes of a start: those of the folder, or, where these have a mistake that keeps them from running, the
 * ones that ran last, or those of the program. Camel gets the texts that were checked.
 */
public final class StartRoutes extends DefaultRoutesCollector {

    private static final Logger LOG = LoggerFactory.getLogger(StartRoutes.class);

    private final Map<Path, String> texts;

    private StartRoutes(Map<Path, String> texts) {
        this.texts = texts;
    }

    /**
     * Checks the folder. Complaints that do not prevent a start go to the log.
     *
     * @param folder its real path; it need not exist
     * @param edits  records which routes run in place of those of the folder, and why
     */
    public static StartRoutes choose(Path folder, RouteCheck check, LastGoodRoutes lastGood, RouteEdits edits) {
        SortedMap<Path, String> written = RouteTexts.inForce(folder);
        SortedMap<Path, String> last = lastGood.read(folder);
        List<Complaint> mistakes = check.mistakes(written, written.equals(last));
        if (mistakes.isEmpty()) {
            check.complaintsAtStart(written).forEach(each -> LOG.warn("Routes: {}. They run all the same; an edit of "
                    + "that file is refused until it is corrected", each.text()));
            return new StartRoutes(written);
        }
        boolean hasLast = !last.isEmpty() && check.mistakes(last, false).isEmpty();
        String others = hasLast ? "The routes that ran last run" : "The routes of the program run";
        String why = mistakes.stream().map(Complaint::text).collect(Collectors.joining(" | "));
        LOG.error("Routes: {} has a mistake. {} in their place until it is corrected. {}", folder, others, why);
        edits.fallBack(others + " in place of those of " + folder + ": " + why + ".");
        return new StartRoutes(hasLast ? last : RouteTexts.ofProgram(folder));
    }

    /** The texts that run, by the files that they stand for. */
    public Map<Path, String> texts() {
        return new TreeMap<>(texts);
    }

    @Override
    public Collection<Resource> findRouteResourcesFromDirectory(
            CamelContext context, String excludePattern, String includePattern) {
        return texts.entrySet().stream().map(each -> ScratchContext.resource(each.getKey(), each.getValue())).toList();
    }
}
