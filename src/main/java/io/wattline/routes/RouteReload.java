package io.wattline.routes;

import io.wattline.reading.PollScheduler;
import io.wattline.settings.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.support.FileWatcherResourceReloadStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes edits of {@code routes/*.camel.yaml} while the process runs: changed files, new ones, and those that are gone
 * or have another name. Edits are first checked as {@code ./wattline routes check} does ({@link RouteCheck}); what
 * fails there is refused with file and line, and the running routes stay. Polls finish their window before routes
 * change, so no work is lost.
 */
public final class RouteReload extends FileWatcherResourceReloadStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(RouteReload.class);
    /** Longer than a window takes with all of its retries, unless the source asks for long pauses. */
    private static final Duration WORK_IN_HAND_MAX = Duration.ofMinutes(2);

    private final Path folder;
    private final RouteCheck check;
    private final PollScheduler scheduler;
    private final RouteEdits edits;
    private final RouteListener listener;
    private Map<Path, String> running;
    private Map<Path, String> seen;
    private final RefusedEdits refused;

    /**
     * @param folder   its real path, as the routes name it
     * @param started  the texts that run from the start on
     * @param listener learns the outcome of each edit
     */
    public RouteReload(
            Path folder,
            Map<Path, String> started,
            RouteCheck check,
            PollScheduler scheduler,
            RouteEdits edits,
            RouteListener listener) {
        super(folder.toString(), false);
        this.folder = folder;
        this.check = check;
        this.scheduler = scheduler;
        this.edits = edits;
        this.listener = listener;
        refused = new RefusedEdits(edits, listener);
        running = started;
        seen = started;
        setFileFilter(file -> file.getName().endsWith(RouteTexts.ENDING));
        setResourceReload((name, resource) -> lookSafely());
    }

    /** Call it once the routes run. A file that is refused at the start does not block good edits of other files. */
    public void lookAtStart() {
        lookSafely();
    }

    /** A failure with one text does not stop the check of the next one. */
    private synchronized void lookSafely() {
        try {
            look();
            edits.fail(null);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            String why = e.getClass().getSimpleName() + ": " + e.getMessage();
            edits.fail(why);
            LOG.error("Routes: {} could not be checked ({}). The running routes stay; the next edit is checked "
                    + "again", folder, why);
        }
    }

    /** One edit makes several events: each state of the folder is checked once. */
    private void look() {
        Map<Path, String> wanted = RouteTexts.settled(folder);
        if (!wanted.equals(seen)) {
            seen = wanted;
            refused.settleWhereEqual(wanted, running);
            Map<Path, String> good = withoutRefused(wanted);
            if (!good.equals(running)) {
                edit(good);
            }
            if (wanted.equals(running)) {
                edits.fallBack(null);
            }
        }
    }

    /** All edits together, or, where some are wrong, those that are right. */
    private Map<Path, String> withoutRefused(Map<Path, String> wanted) {
        Map<Path, String> good = new TreeMap<>(wanted);
        List<Complaint> complaints = good.equals(running) ? List.of() : check.complaints(running, good);
        while (!complaints.isEmpty()) {
            for (Path file : blamed(complaints, good)) {
                refused.refuse(file, good.get(file), whyRefused(file, complaints));
                good.remove(file);
                if (running.containsKey(file)) {
                    good.put(file, running.get(file));
                }
            }
            complaints = good.equals(running) ? List.of() : check.complaints(running, good);
        }
        return good;
    }

    /**
     * The files with a complaint of their own, or all of them where the complaints are about other files. Files that
     * were refused before come first, since a later edit may be right.
     */
    private Set<Path> blamed(List<Complaint> complaints, Map<Path, String> texts) {
        Set<Path> changed = RouteTakeover.changed(running, texts);
        Set<Path> own = changed.stream()
                .filter(file -> complaints.stream().anyMatch(each -> isAbout(each, file)))
                .collect(Collectors.toSet());
        Set<Path> blamed = own.isEmpty() ? changed : own;
        Set<Path> before = blamed.stream()
                .filter(file -> refused.has(file, texts.get(file)))
                .collect(Collectors.toSet());
        return before.isEmpty() ? blamed : before;
    }

    private static String whyRefused(Path file, List<Complaint> complaints) {
        List<Complaint> own = complaints.stream().filter(each -> isAbout(each, file)).toList();
        return (own.isEmpty() ? complaints : own).stream().map(Complaint::text).collect(Collectors.joining(" | "));
    }

    private static boolean isAbout(Complaint complaint, Path file) {
        return file.getFileName().toString().equals(complaint.file());
    }

    private void edit(Map<Path, String> texts) {
        List<Path> changed = List.copyOf(RouteTakeover.changed(running, texts));
        String names = changed.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
        try {
            if (scheduler.suspend(WORK_IN_HAND_MAX)) {
                new RouteTakeover(getCamelContext()).take(running, texts);
                taken(changed, texts);
            } else {
                seen = running;
                LOG.error("Routes: the edit of {} is refused for now: {} channel(s) are still being polled after {}; "
                        + "save it again to try again", names, scheduler.running(),
                        Durations.humane(WORK_IN_HAND_MAX));
            }
        } catch (Exception e) {
            String why = RouteCheck.reason(e);
            LOG.error("Routes: the edit of {} is refused; the running routes stay. {}", names, why);
            changed.forEach(file -> refused.tell(file, why));
        } finally {
            scheduler.resume();
        }
    }

    private void taken(List<Path> changed, Map<Path, String> texts) {
        running = texts;
        refused.settle(changed);
        listener.taken(changed, running);
        changed.forEach(file -> LOG.info(
                texts.containsKey(file) ? "Routes: the edit of {} has taken effect"
                        : "Routes: {} was removed, and its routes with it", file.getFileName()));
    }
}
