package io.wattline.discovery;

import io.wattline.field.FieldCatalogue;
import io.wattline.reading.CoarsenedResponseException;
import io.wattline.reading.Page;
import io.wattline.reading.RootCauses;
import io.wattline.reading.Window;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the form of each response with that of earlier ones. The known forms are in memory, so that an unchanged
 * form costs no statement. Safe for use by many threads.
 */
public final class DriftWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);

    private final FieldCatalogue fields;
    private final ShapeStore store;
    private final Consumer<String> counted;
    private final Clock clock;
    private final Map<Integer, ChannelShape> known = new ConcurrentHashMap<>();
    private final Set<String> coarseReported = ConcurrentHashMap.newKeySet();

    /** @param counted gets the kind of each finding */
    public DriftWatch(FieldCatalogue fields, ShapeStore store, Consumer<String> counted, Clock clock) {
        this.fields = fields;
        this.store = store;
        this.counted = counted;
        this.clock = clock;
    }

    /** The change to store; null where nothing has changed. Never throws, so that reading goes on. */
    public DriftedResponse look(Page page) {
        if (page.shape() == null) {
            return null;
        }
        try {
            ChannelShape before = known.computeIfAbsent(page.window().channel().channelId(), store::find);
            ChannelShape after = before == null ? ChannelShape.of(page.shape()) : before.after(page.shape());
            if (after.equals(before)) {
                return null;
            }
            return new DriftedResponse(
                    page.window(),
                    after,
                    before == null
                            ? List.of()
                            : Drift.between(before, page.shape(), page.window().fields(), fields));
        } catch (IllegalStateException e) {
            LOG.debug(
                    "{}: the form of the response is not compared, since the database is unavailable",
                    page.window(),
                    e);
            return null;
        }
    }

    /** Bins that are longer than before; null where that is known. */
    public DriftedResponse coarser(Window window, Throwable thrown) {
        int channelId = window.channel().channelId();
        ChannelShape before = known.get(channelId);
        if (before == null
                || before.resolutionSeconds() == null
                || !(RootCauses.root(thrown) instanceof CoarsenedResponseException coarsened)
                || !coarseReported.add(channelId + " " + coarsened.foundSeconds())) {
            return null;
        }
        return new DriftedResponse(
                window, before, List.of(Drift.resolution(before.resolutionSeconds(), coarsened.foundSeconds())));
    }

    /** Parameters of {@code db/sql/drift-keep.sql}. */
    public Map<String, Object> parameters(DriftedResponse drifted) {
        return drifted.parameters(clock.instant());
    }

    /** The change is stored and is now the known form. Writes one log line for each finding. */
    public void kept(DriftedResponse drifted) {
        known.put(drifted.window().channel().channelId(), drifted.shape());
        drifted.findings().forEach(finding -> {
            LOG.warn(
                    "Channel {} '{}', {}: {}",
                    drifted.window().channel().channelId(),
                    drifted.window().channel().channelName(),
                    drifted.window().interval(),
                    finding.message());
            counted.accept(finding.kind());
        });
    }
}
