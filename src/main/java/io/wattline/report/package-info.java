/**
 * Reports of a site and a period for people: how much energy, how sure, what needs somebody. {@code report-figures.sql}
 * gives every figure as one JSON document ({@link io.wattline.report.ReportFigures}); HTML, text, PDF, CSV and JSON are
 * made from it and compute no figure of their own. A report is a row of {@code reports}; {@code report_deliveries} says
 * to whom it goes.
 */
package io.wattline.report;
