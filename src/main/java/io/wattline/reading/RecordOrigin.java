package io.wattline.reading;

/** The record of a response that a reading was read from, as the source wrote it. */
public interface RecordOrigin {

    /** The record as it arrived. */
    String text();

    /**
     * JSON, fit for a {@code jsonb} column, from which {@link SourceFormat#replay} reads the same record again: column
     * {@code dead_letters.payload}.
     */
    String payload();
}
