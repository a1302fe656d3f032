package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.app.RunMode;
import io.wattline.app.Service;
import io.wattline.app.WattlineSettings;
import io.wattline.database.Sql;
import io.wattline.discovery.AddedColumns;
import io.wattline.discovery.FieldMap;
import io.wattline.discovery.FieldMaps;
import io.wattline.discovery.FieldRow;
import io.wattline.discovery.Proposals;
import io.wattline.field.FieldCatalogue;
import io.wattline.settings.Settings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which fields channels offer, return and have stored. */
@Command(name = "map-fields", description = "Shows for every channel which fields the source offers (OPTIONS), which "
        + "it returns and which are stored, with fill rate, range and unit.")
final class MapFieldsCommand extends ReportingVerb {

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "Number of days whose readings are "
            + "counted (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--propose", description = "Prints the lines of config/fields.yaml "
            + "and the migration that add a column for each field without one.")
    private boolean proposes;

    @Option(names = "--offline", description = "Does not request the offered fields from the source again.")
    private boolean offline;

    MapFieldsCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (days < 1) {
            throw wrongUsage("--days is " + days + "; allowed: 1 or more");
        }
        Settings settings = offline ? settings(WattlineSettings.DATABASE) : settings(WattlineSettings.ONCE);
        if (!offline) {
            ask(settings);
        }
        FieldCatalogue fields = context().launcher().fields(settings);
        try (HikariDataSource database = context().launcher().openDatabase(settings)) {
            AddedColumns.mustBeThere(new Sql(database), fields.extraColumns());
            FieldMap map = new FieldMaps(new Sql(database), fields, Clock.systemUTC()).of(days);
            if (proposes) {
                Proposals proposals = Proposals.of(map, fields);
                report(proposals, () -> proposals.text().lines().forEach(terminal()::line));
            } else {
                report(map, () -> print(map));
            }
        }
        return DONE;
    }

    private void ask(Settings settings) {
        try (StopSignal signal = new StopSignal();
                Service service = context().launcher().start(settings, Clock.systemUTC(), RunMode.ONCE)) {
            signal.onStop(service::close);
            service.askOffers(progress -> {
                if (!isJson()) {
                    terminal().progress("map-fields: channel " + progress.done() + " of " + progress.total());
                }
            });
        }
    }

    private void print(FieldMap map) {
        Table table = new Table(
                "channel", "type", "site", "field", "sent in", "offered", "returned", "stored in", "filled", "from",
                "to", "label");
        for (FieldRow row : map.fields()) {
            table.row(
                    row.channelId(), row.deviceType(), row.site(), row.code(), row.unit(),
                    row.offered() == null ? "?" : row.offered() ? "yes" : "no", row.returned() ? "yes" : "no",
                    row.column(), String.format(Locale.ROOT, "%.1f %%", 100 * row.fillShare()), rounded(row.min()),
                    rounded(row.max()), row.label());
        }
        table.print(terminal());
        terminal().line("");
        terminal().line("Returned and not stored in a column (code=channels): " + map.returnedNotStored());
        terminal().line("Environmental fields (code=device types): " + map.environmentalFields());
        terminal()
                .line("Endpoints that hold environmental data: "
                        + (map.environmentalEndpoints().isEmpty()
                                ? "none known; find them with: wattline discover"
                                : map.environmentalEndpoints()));
        map.differencesByDeviceType().forEach((type, codes) -> terminal()
                .line("Returned by device type " + type + " and not by every other: " + String.join(" ", codes)));
    }

    /**
     * In the unit of the column, or as it was sent where it is kept in raw. Six significant figures.
     */
    private static String rounded(Double value) {
        return value == null
                ? null
                : new BigDecimal(value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
