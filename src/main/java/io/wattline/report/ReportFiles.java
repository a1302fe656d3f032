package io.wattline.report;

import io.wattline.energy.EnergyDefinitions;
import io.wattline.energy.SiteDays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Makes reports now, and writes them to files. */
public final class ReportFiles {

    private final ReportStore store;
    private final ReportWriter writer;
    private final SiteDays siteDays;
    private final Clock clock;
    private final Map<String, ZoneId> zones;

    public ReportFiles(DataSource database, Path home, Clock clock) {
        store = new ReportStore(database, clock);
        writer = new ReportWriter(ReportRules.read(home));
        siteDays = new SiteDays(database, new EnergyDefinitions(database, home), clock, () -> true);
        this.clock = clock;
        zones = store.sites();
    }

    /** Ids of the sites of which reports can be made. */
    public List<String> sites() {
        return List.copyOf(zones.keySet());
    }

    /**
     * Makes and keeps reports.
     *
     * @param day of the period, in the time zone of each site; null for the last period that is over there
     */
    public List<ReportFigures> make(ReportPeriod period, List<String> sites, LocalDate day) {
        siteDays.refresh();
        List<ReportFigures> reports = new ArrayList<>();
        for (String site : sites) {
            LocalDate first = day != null ? period.first(day)
                    : period.lastWhole(LocalDate.ofInstant(clock.instant(), zones.get(site)));
            ReportFigures figures = store.figures(period, site, first);
            store.keep(figures);
            reports.add(figures);
        }
        return reports;
    }

    public String text(ReportFigures figures) {
        return writer.text(figures);
    }

    /**
     * Writes each report to a file whose ending is its format.
     *
     * @throws IllegalArgumentException where the ending is none of the formats
     */
    public List<Path> write(List<ReportFigures> reports, Path file) {
        List<Path> written = new ArrayList<>();
        for (ReportFigures report : reports) {
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            String ending = dot < 0 ? "" : name.substring(dot + 1);
            byte[] content = content(report, ending);
            Path target = reports.size() == 1 ? file
                    : file.resolveSibling(name.substring(0, dot) + "-" + report.site() + "." + ending);
            try {
                written.add(Files.write(target, content));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write " + target, e);
            }
        }
        return written;
    }

    private byte[] content(ReportFigures report, String ending) {
        return switch (ending) {
            case "html" -> writer.page(report).getBytes(StandardCharsets.UTF_8);
            case "pdf" -> writer.pdf(report);
            case "csv" -> writer.csv(report).getBytes(StandardCharsets.UTF_8);
            case "json" -> report.text().getBytes(StandardCharsets.UTF_8);
            case "txt" -> writer.text(report).getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException(
                    "A report cannot be written as '." + ending + "'; allowed: .html, .pdf, .csv, .json, .txt");
        };
    }
}
