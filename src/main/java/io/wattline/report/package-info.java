/**
 * Reports of a site and a period for people: how much energy, how sure, what needs somebody. {@code report-figures.sql}
 * gives every figure as one JSON document ({@link io.wattline.report.ReportFigures}); HTML, text, PDF, CSV and JSON are
 * made from it and compute no figure of their own. A report is a row of {@code reports}; {@code report_deliveries} says
 * to whom it goes.
 * <p>
 * Read {@link io.wattline.report.ReportPeriod} and {@link io.wattline.report.ReportFigures} first, then
 * {@link io.wattline.report.Reports} (which reports are due, and making one), {@link io.wattline.report.ReportWriter}
 * (the formats) and {@link io.wattline.report.ReportMessages} (e-mail and Slack).
 * <p>
 * The package may use {@code database}, {@code yaml}, {@code settings}, {@code alert} (recipients) and {@code module}.
 */
package io.wattline.report;
