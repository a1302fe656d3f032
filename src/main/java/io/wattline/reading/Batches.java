package io.wattline.reading;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Batches of readings as routes handle them: cut from a page, halved where the database refuses one, and turned into
 * rows.
 */
public final class Batches {

    private final int size;
    private final List<ExtraColumn> extraColumns;
    private final SourceFormat format;
    private final Clock clock;

    /**
     * @param size         most readings of one statement
     * @param extraColumns columns of {@code config/fields.yaml} beyond those of {@link Column}
     */
    public Batches(int size, List<ExtraColumn> extraColumns, SourceFormat format, Clock clock) {
        this.size = size;
        this.extraColumns = List.copyOf(extraColumns);
        this.format = format;
        this.clock = clock;
    }

    /** The accepted readings of a page; at least one batch, so that a window without readings is logged too. */
    public List<Batch> of(CheckedPage page) {
        return Batch.of(page.page(), page.accepted(), page.rejected(), size, page.retrieval().poll());
    }

    /** Parameters of {@code db/sql/readings-keep.sql}. */
    public Map<String, Object> rows(Batch batch) {
        return BatchRows.parameters(batch, extraColumns, format.request(batch.window()), clock.instant().toString());
    }

    /** Whether it has more than one reading. */
    public boolean isDivisible(Batch batch) {
        return batch.isDivisible();
    }

    public List<Batch> halves(Batch batch) {
        return batch.halves();
    }

    /**
     * The batch without its only reading, which the database refuses and which is now the last of the rejected.
     *
     * @throws Exception {@code refusal}, where there is no reading that the database could refuse
     */
    public Batch refused(Batch batch, Exception refusal) throws Exception {
        if (batch.readings().isEmpty()) {
            throw refusal;
        }
        Throwable cause = refusal;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return batch.refused(String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given"));
    }
}
