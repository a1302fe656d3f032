package io.wattline.routes;

import io.wattline.reading.PollScheduler;
import io.wattline.settings.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.support.FileWatcherResourceReloadStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes edits of {@code routes/*.camel.yaml} while the process runs: changed files, new ones, and those that are gone
 * or have another name. Edits are first checked as {@code ./wattline routes check} does ({@link RouteCheck}); what
 * fails there is refused with file and line, and the routes that run go on. Polls end after their window before routes
 * change, so no work in hand is lost.
 */
public final class RouteReload extends FileWatcherResourceReloadStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(RouteReload.class);
    /** Longer than a window takes with all of its tries, unless the source asks for long pauses. */
    private static final Duration WORK_IN_HAND_MAX = Duration.ofMinutes(2);

    /** Between a text and what was said of it. */
    private static final String SAID = "\0";

    private final Path folder;
    private final RouteCheck check;
    private final PollScheduler scheduler;
    private final Consumer<Map<Path, String>> afterwards;
    private Map<Path, String> running;
    private Map<Path, String> seen;
    /** What was said of texts that were refused: it is not said again while they stay as they are. */
    private final Map<Path, String> refused = new HashMap<>();

    /**
     * Looks at what runs first: it is complained of in the log; {@link IllegalStateException} where it must not run.
     *
     * @param folder     its real path, as the routes name it
     * @param afterwards told the texts that run after an edit has taken effect
     */
    public RouteReload(Path folder, RouteCheck check, PollScheduler scheduler, Consumer<Map<Path, String>> afterwards) {
        super(folder.toString(), false);
        this.folder = folder;
        this.check = check;
        this.scheduler = scheduler;
        this.afterwards = afterwards;
        running = RouteTexts.read(folder);
        seen = running;
        check.complaintsAtStart(running).forEach(each -> LOG.warn("Routes: {}. It runs all the same; an edit of that "
                + "file is refused until it is mended", each.text()));
        setFileFilter(file -> file.getName().endsWith(RouteTexts.ENDING));
        setResourceReload((name, resource) -> look());
    }

    /** One edit makes several events: each state of the folder is looked at once. */
    private void look() {
        Map<Path, String> wanted = RouteTexts.settled(folder);
        if (!wanted.equals(seen)) {
            seen = wanted;
            refused.keySet().removeIf(file -> isAgainAsItRuns(file, wanted));
            Map<Path, String> good = withoutRefused(wanted);
            if (!good.equals(running)) {
                edit(good);
            }
        }
    }

    /** The edits together, or, where something is wrong with them, those with which nothing is. */
    private Map<Path, String> withoutRefused(Map<Path, String> wanted) {
        Map<Path, String> good = new TreeMap<>(wanted);
        List<Complaint> complaints = good.equals(running) ? List.of() : check.complaints(running, good);
        while (!complaints.isEmpty()) {
            for (Path file : blamed(complaints, good)) {
                refuse(file, good.get(file), complaints);
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
     * Files with a complaint of their own, or all, where only others complain; of them first those that were refused
     * before: what came later may be well.
     */
    private Set<Path> blamed(List<Complaint> complaints, Map<Path, String> texts) {
        Set<Path> changed = RouteTakeover.changed(running, texts);
        Set<Path> own = changed.stream()
                .filter(file -> complaints.stream().anyMatch(each -> isAbout(each, file)))
                .collect(Collectors.toSet());
        Set<Path> blamed = own.isEmpty() ? changed : own;
        Set<Path> before = blamed.stream()
                .filter(file -> refused.getOrDefault(file, "").startsWith(texts.get(file) + SAID))
                .collect(Collectors.toSet());
        return before.isEmpty() ? blamed : before;
    }

    private void refuse(Path file, String text, List<Complaint> complaints) {
        List<Complaint> own = complaints.stream().filter(each -> isAbout(each, file)).toList();
        String why =
                (own.isEmpty() ? complaints : own).stream().map(Complaint::text).collect(Collectors.joining(" | "));
        if (!(text + SAID + why).equals(refused.put(file, text + SAID + why))) {
            LOG.error(
                    "Routes: the {} of {} is refused; the routes that run go on. {}",
                    text == null ? "removal" : "edit",
                    file.getFileName(),
                    why);
        }
    }

    private boolean isAgainAsItRuns(Path file, Map<Path, String> wanted) {
        boolean again = Objects.equals(wanted.get(file), running.get(file));
        if (again) {
            LOG.info("Routes: {} is again as it runs", file.getFileName());
        }
        return again;
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
                running = texts;
                refused.keySet().removeAll(changed);
                afterwards.accept(running);
                changed.forEach(file -> LOG.info(
                        texts.containsKey(file)
                                ? "Routes: the edit of {} has taken effect"
                                : "Routes: {} is gone, and so are its routes",
                        file.getFileName()));
            } else {
                seen = running;
                LOG.error("Routes: the edit of {} is refused for now: {} channel(s) are still being polled after {}; "
                        + "save it again to try again", names, scheduler.running(),
                        Durations.humane(WORK_IN_HAND_MAX));
            }
        } catch (Exception e) {
            LOG.error("Routes: the edit of {} is refused; the routes that run go on. {}", names, RouteCheck.reason(e));
        } finally {
            scheduler.resume();
        }
    }
}
