package io.wattline.report;

import io.wattline.database.NamedSql;
import io.wattline.database.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Tables {@code reports} and {@code report_deliveries}, and the figures of new reports. */
public final class ReportStore {

    private final Sql sql;
    private final Clock clock;

    public ReportStore(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** The sites of which reports can be made, with their time zones, in order of their ids. */
    public Map<String, ZoneId> sites() {
        Map<String, ZoneId> sites = new LinkedHashMap<>();
        sql.all(NamedSql.file("report-sites"), Map.of(),
                row -> sites.put(row.getString("site"), ZoneId.of(row.getString("zone"))));
        return sites;
    }

    /** The figures as they are now; {@link IllegalArgumentException} where the site does not exist. */
    public ReportFigures figures(ReportPeriod period, String site, LocalDate first) {
        return sql.all(NamedSql.file("report-figures"), Map.of("site", site, "period", period.word(), "first",
                        first.toString(), "end", period.end(first).toString(), "beforeFirst",
                        period.before(first).toString()),
                row -> ReportFigures.parse(row.getString("figures"))).stream().findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Site " + site + " does not exist"));
    }

    /** Keeps a report and gives its number: that of an earlier one where no figure has changed. */
    public long keep(ReportFigures figures) {
        Map<String, Object> values = identity(figures);
        values.put("end", figures.endDay().toString());
        values.put("figures", figures.text());
        values.put("hash", figures.hash());
        values.put("now", clock.instant());
        return sql.one(NamedSql.file("report-keep"), values, row -> row.getLong("report_id"));
    }

    /** Whether a report of the site and period has been sent to these recipients, or waits to be. */
    boolean isMade(ReportPeriod period, String site, LocalDate first, String channel, String recipients) {
        return sql.one(NamedSql.file("report-made"), Map.of("period", period.word(), "site", site, "first",
                        first.toString(), "channel", channel, "recipients", recipients),
                row -> row.getBoolean("made"));
    }

    /** Writes a delivery; once for a message id. */
    void deliver(long report, String channel, String recipients, String messageId) {
        sql.update(NamedSql.file("report-deliver"), Map.of("report", report, "channel", channel, "recipients",
                recipients, "message", messageId, "now", clock.instant()));
    }

    /** The deliveries that are due; each counts as tried from now on. */
    List<ReportDelivery> claim() {
        return sql.all(NamedSql.file("report-deliveries-claim"), Map.of("now", clock.instant()),
                row -> new ReportDelivery(row.getLong("delivery_id"), row.getString("channel"),
                        row.getString("recipients"), row.getString("message_id"),
                        ReportFigures.parse(row.getString("figures"))));
    }

    /** @param error why it failed; null where it was sent */
    void outcome(ReportDelivery delivery, String error) {
        Map<String, Object> values = new HashMap<>();
        values.put("delivery", delivery.id());
        values.put("error", error);
        values.put("now", clock.instant());
        sql.update(NamedSql.file("report-delivery-outcome"), values);
    }

    private static Map<String, Object> identity(ReportFigures figures) {
        Map<String, Object> values = new HashMap<>();
        values.put("period", figures.period().word());
        values.put("site", figures.site());
        values.put("first", figures.firstDay().toString());
        return values;
    }
}
