package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.WattlineSettings;
import io.wattline.channel.RequestedChannels;
import io.wattline.channel.RequestedSite;
import io.wattline.database.Sql;
import io.wattline.export.ExportFormat;
import io.wattline.export.ExportLimitException;
import io.wattline.export.ExportModule;
import io.wattline.export.ExportRequest;
import io.wattline.export.ExportResolution;
import io.wattline.export.ExportStream;
import io.wattline.export.Exports;
import io.wattline.reading.ExtraColumn;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes readings or energy to a file. */
@Command(name = "export", description = "Writes readings, or energy by hour or day, to a file: CSV, XLSX, Parquet or "
        + "Green Button (ESPI).")
final class ExportCommand extends ReportingVerb {

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "File to write. Where it exists, it "
            + "is replaced once the new one is complete.")
    private Path file;

    @Option(names = "--format", paramLabel = "csv|xlsx|parquet|espi", description = "The format; espi is Green Button "
            + "(default: what the ending of the file says: .csv, .xlsx, .parquet, .xml).")
    private String formatName;

    @Mixin
    private Days days;

    @Option(names = "--site", paramLabel = "ID", description = "Only channels of this site.")
    private String site;

    @Option(names = "--channel", paramLabel = "ID", description = "Only this channel; may be given several times.")
    private List<Integer> channelIds = List.of();

    @Option(names = "--resolution", paramLabel = "slot|hour|day", defaultValue = "slot", description = "Single "
            + "readings, or energy of hours or of days of the site's time zone (default: ${DEFAULT-VALUE}).")
    private String resolution;

    @Option(names = "--columns", paramLabel = "NAME", split = ",", description = "Columns of table readings with "
            + "--resolution slot, separated by commas (default: energy_kwh,power_kw).")
    private List<String> columns = List.of();

    ExportCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws SQLException, IOException, ExportLimitException {
        ExportFormat format = typed(this::format);
        ExportRequest request = new ExportRequest(site, channelIds, days.interval(this),
                typed(() -> ExportResolution.of(resolution)), columns);
        Settings settings = settings(WattlineSettings.DATABASE);
        List<ExtraColumn> extraColumns = context().launcher().fields(settings).extraColumns();
        try (HikariDataSource database = context().launcher().openDatabase(settings)) {
            typed(() -> {
                RequestedSite.require(new Sql(database), site);
                RequestedChannels.require(new Sql(database), channelIds.toArray(Integer[]::new));
            });
            write(ExportModule.once(database, extraColumns, Clock.systemUTC()), request, format);
        }
        return DONE;
    }

    private ExportFormat format() {
        return formatName != null ? ExportFormat.of(formatName)
                : ExportFormat.ofFile(file.getFileName().toString()).orElseThrow(() -> new IllegalArgumentException(
                "The ending of " + file + " is no format; allowed: .csv, .xlsx, .parquet, .xml, or --format"));
    }

    private void write(Exports exports, ExportRequest request, ExportFormat format)
            throws SQLException, IOException, ExportLimitException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long rows;
        try (ExportStream stream = opened(exports, request, format)) {
            Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
            rows = stream.rows();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        Written written = new Written(file.toString(), format.word(), rows, Files.size(file));
        report(written, () -> terminal().line(String.format("Written: %s (%,d rows, %,d bytes)", written.file(),
                written.rows(), written.bytes())));
    }

    private ExportStream opened(Exports exports, ExportRequest request, ExportFormat format)
            throws SQLException, ExportLimitException {
        try {
            return exports.open(request, format);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
    }

    /** What {@code --json} says. */
    private record Written(String file, String format, long rows, long bytes) {
    }
}
