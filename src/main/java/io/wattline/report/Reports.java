package io.wattline.report;

import io.wattline.report.ReportRules.Schedule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the reports that are due, and takes them to their delivery. */
public final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final ReportRules rules;
    private final ReportStore store;
    private final Clock clock;

    public Reports(ReportRules rules, ReportStore store, Clock clock) {
        this.rules = rules;
        this.store = store;
        this.clock = clock;
    }

    /** Makes what is due in the time zone of each site and was not made yet; returns how many. */
    public int makeDue() {
        int made = 0;
        Map<String, ZoneId> sites = rules.schedules().isEmpty() ? Map.of() : store.sites();
        for (Schedule schedule : rules.schedules()) {
            for (Map.Entry<String, ZoneId> site : sites.entrySet()) {
                if (schedule.isFor(site.getKey())) {
                    made += makeDue(schedule, site.getKey(), site.getValue());
                }
            }
        }
        return made;
    }

    private int makeDue(Schedule schedule, String site, ZoneId zone) {
        LocalDate first = schedule.period().lastWhole(LocalDate.ofInstant(clock.instant(), zone));
        // where the clock skips the hour of the schedule, the report is due when the skipped hour would have ended
        ZonedDateTime due = schedule.period().end(first).atTime(schedule.at()).atZone(zone);
        if (clock.instant().isBefore(due.toInstant())) {
            return 0;
        }
        // the process may have died between two deliveries of the same report
        Map<String, String> missing = schedule.deliveries();
        missing.entrySet().removeIf(each ->
                store.isMade(schedule.period(), site, first, each.getKey(), each.getValue()));
        ReportFigures figures = missing.isEmpty() ? null : store.figures(schedule.period(), site, first);
        if (figures == null || !figures.sum("total").isDue()) {
            return 0;
        }
        send(figures, missing);
        LOG.info("The {} report of site {} from {} is made and waits for delivery", schedule.period().word(), site,
                first);
        return 1;
    }

    /**
     * Writes the deliveries of a report to those whom {@code config/reports.yaml} names for its period and site;
     * returns how many recipients there are.
     */
    public int send(ReportFigures figures) {
        List<Schedule> wanted = rules.schedules().stream()
                .filter(each -> each.period() == figures.period() && each.isFor(figures.site())).toList();
        wanted.forEach(schedule -> send(figures, schedule.deliveries()));
        return wanted.size();
    }

    /** @param deliveries recipients by channel. The id of a message comes of the report and its recipients. */
    private void send(ReportFigures figures, Map<String, String> deliveries) {
        long report = store.keep(figures);
        deliveries.forEach((channel, recipients) -> store.deliver(report, channel, recipients,
                "<report-" + report + "-" + Integer.toHexString(recipients.hashCode()) + "-" + channel + "@wattline>"));
    }
}
