/**
 * Finds readings that should exist and do not, and says why.
 *
 * <p>Which slots are expected follows from the channel (interval, installed, uninstalled) and the calendar, never from
 * the readings. A search compares expected slots with kept readings and brings table {@code data_gaps} up to date in
 * one transaction; the SQL functions are in {@code db/migration/R__35_gaps.sql}. {@code backfill} asks the source for
 * open gaps again, {@code estimation} estimates those that the source refuses for good.
 *
 * <p>In reading order: {@link io.wattline.gap.Gap} with its reasons, {@link io.wattline.gap.Gaps} (search and queries),
 * {@link io.wattline.gap.GapFindings}, {@link io.wattline.gap.GapGauges} (log and metrics), {@link
 * io.wattline.gap.GapSettings}, {@link io.wattline.gap.GapModule}. The route file is {@code routes/gaps.camel.yaml}.
 *
 * <p>May use {@code reading}, {@code database} and {@code settings}.
 */
package io.wattline.gap;
