/**
 * Compares kept readings with the source a second time, and adapts how far back channels are polled.
 *
 * <p>A reconciliation is a backfill job of whole days. Its windows are short, so that the source answers from its
 * readings and not from its roll-up. Missing and changed readings are repaired as they arrive; differing slots go to
 * {@code reading_differences}, the result of each channel to {@code reconciliations}. The routes are in {@code
 * routes/reconciliation.camel.yaml}.
 *
 * <p>In reading order: {@link io.wattline.reconciliation.Reconciliations} opens and publishes,
 * {@link io.wattline.reconciliation.WindowComparison} compares a window, {@link
 * io.wattline.reconciliation.Reconciliation} is a result, {@link io.wattline.reconciliation.ReconciliationMetrics} logs
 * and counts; {@link io.wattline.reconciliation.LookBacks} adapts the look-back of channels whose readings come late;
 * {@link io.wattline.reconciliation.ReconciliationModule} puts it together.
 *
 * <p>May use {@code backfill}, {@code reading}, {@code validation}, {@code database} and {@code settings}.
 */
package io.wattline.reconciliation;
