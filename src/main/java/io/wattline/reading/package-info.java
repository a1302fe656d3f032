/**
 * Reads what channels measure and keeps it.
 *
 * <p>{@code routes/poll.camel.yaml} finds the channels that are due and reads each of them window by window; {@code
 * fetch.camel.yaml} gets one window from the source; {@code take.camel.yaml} has it checked and keeps it. This package
 * decides what these routes ask: which window comes next, what a refusal means, where the cursor stands, how a page
 * becomes batches and rows.
 *
 * <p>In reading order: {@link io.wattline.reading.Interval}, {@link io.wattline.reading.Window}, {@link
 * io.wattline.reading.Reading} with its {@link io.wattline.reading.Column}s, {@link io.wattline.reading.Page} (the
 * readings of one response); {@link io.wattline.reading.PollScheduler} (which polls run), {@link
 * io.wattline.reading.ChannelPoll} and {@link io.wattline.reading.PollRequests} (one poll), {@code PollLessons} and
 * {@link io.wattline.reading.FieldLessons} (what refusals mean), {@code PollCursor}; {@link
 * io.wattline.reading.Retrieval} and {@link io.wattline.reading.CheckedPage} (a window on its way), {@link
 * io.wattline.reading.Batches} and {@link io.wattline.reading.KeepStatement} (into the table); {@code Sync}; {@link
 * io.wattline.reading.ReadingModule} puts it together.
 *
 * <p>All times are UTC. Intervals are half-open: a reading stands for the slot that begins at its timestamp. A missing
 * value is {@link Double#NaN} in a reading and null in a table, never 0. Energy is in kWh, power in kW, voltage in V,
 * current in A.
 *
 * <p>May use {@code channel}, {@code field}, {@code source} (exceptions), {@code database}, {@code settings}, {@code
 * jmx}. It knows nothing of the vendor: {@link io.wattline.reading.SourceFormat} writes requests and reads responses.
 */
package io.wattline.reading;
