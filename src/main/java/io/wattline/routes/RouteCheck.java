package io.wattline.routes;

import io.wattline.routes.RouteComplaint.Heard;
import io.wattline.routes.RouteReview.Reviewed;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.spi.Registry;

/**
 * Says what is wrong with routes files before they run: first what their texts say ({@link RouteReview}), then what
 * Camel says when it loads them in a context of its own, with the beans and settings of the one that runs, in which no
 * route is started. A text that reaches for more than {@code config/routes.yaml} allows is not loaded.
 */
public final class RouteCheck {

    private final RouteReview review;
    private final ScratchContext scratch;

    /**
     * @param settings what {@code {{key}}} in the routes stands for
     * @param entries  {@code direct:} endpoints to which the program itself sends: they must stay
     * @param beans     all beans that are bound: addresses name some that no route may call
     * @param forRoutes names of the beans that routes may call
     */
    public RouteCheck(
            RoutePolicy policy,
            Properties settings,
            Collection<String> entries,
            Registry beans,
            Set<String> forRoutes) {
        review = new RouteReview(policy, settings, name -> {
            Object bean = beans.lookupByName(name);
            return bean == null ? null : bean.getClass();
        }, forRoutes, entries);
        scratch = new ScratchContext(settings, beans);
    }

    /** All complaints about the files together, in their order. */
    public List<Complaint> complaints(Map<Path, String> texts) {
        Reviewed reviewed = review.review(byName(texts));
        List<Heard> loading = reviewed.loadable() ? scratch.complaints(texts) : List.of();
        Set<String> said = reviewed.complaints().stream()
                .map(each -> each.file() + each.line())
                .collect(Collectors.toSet());
        Stream<Complaint> more = loading.stream()
                .filter(heard -> heard.located()
                        ? !said.contains(
                                heard.complaint().file() + heard.complaint().line())
                        : said.isEmpty())
                .map(Heard::complaint);
        return Stream.concat(reviewed.complaints().stream(), more).sorted().distinct().toList();
    }

    /** What the texts say at a start of routes that may run. */
    List<Complaint> complaintsAtStart(Map<Path, String> texts) {
        return review.review(byName(texts)).complaints();
    }

    /**
     * What keeps the texts from running at a start; empty where they may.
     *
     * @param haveRun whether Camel has run the same texts before: it is not asked again
     */
    List<Complaint> mistakes(Map<Path, String> texts, boolean haveRun) {
        Reviewed reviewed = review.review(byName(texts));
        if (!reviewed.loadable()) {
            return reviewed.complaints();
        }
        return haveRun ? List.of() : scratch.complaints(texts).stream().map(Heard::complaint).toList();
    }

    /** Which addresses routes may reach while they run. */
    public EndpointAddresses addresses() {
        return review.addresses();
    }

    /**
     * Complaints that an edit brings: those about files that it changes, and those about others that were not there
     * before.
     */
    List<Complaint> complaints(Map<Path, String> running, Map<Path, String> edited) {
        Set<String> changed = RouteTakeover.changed(running, edited).stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        List<Complaint> before = review.review(byName(running)).complaints();
        return complaints(edited).stream()
                .filter(each -> changed.contains(each.file()) || !before.contains(each))
                .toList();
    }

    private static Map<String, String> byName(Map<Path, String> texts) {
        Map<String, String> named = new TreeMap<>();
        texts.forEach((file, text) -> named.put(file.getFileName().toString(), text));
        return named;
    }

    /** Reason of what went wrong, in one line. */
    public static String reason(Throwable thrown) {
        StringBuilder reason = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause instanceof FailedToCreateRouteException failed
                    ? "route " + failed.getRouteId()
                    : cause.getMessage();
            if (message != null && reason.indexOf(message) < 0) {
                reason.append(reason.isEmpty() ? "" : ": ").append(message.replaceAll("\\s+", " ").strip());
            }
        }
        return reason.toString();
    }
}
