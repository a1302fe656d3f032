/**
 * Reads again what is missing: a range of days, open gaps, or days that are compared with the source.
 *
 * <p>A job is a row of {@code backfill_jobs}, cut into windows ({@code backfill_windows}). The workers of every running
 * process claim windows for a limited time and read them like a poll (routes/backfill.camel.yaml), so a job survives a
 * restart and an outage. Live polling goes first: backfill has its own, smaller share of the request rate, and no
 * cursor moves.
 *
 * <p>In reading order: {@link io.wattline.backfill.Backfills} opens and changes jobs; {@link
 * io.wattline.backfill.BackfillJob} is the progress of one; {@link io.wattline.backfill.BackfillWorkers} and {@link
 * io.wattline.backfill.BackfillWorker} read windows; {@code WindowOutcome} says what became of a window; {@link
 * io.wattline.backfill.BackfillOperations} is the JMX part; {@link io.wattline.backfill.BackfillModule} puts it
 * together.
 *
 * <p>May use {@code reading} (polls, intervals), {@code gap} (its settings), {@code source} (exceptions), {@code
 * database} and {@code settings}.
 */
package io.wattline.backfill;
