package io.wattline.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.wattline.database.Sql;
import io.wattline.discovery.AddedColumns;
import io.wattline.discovery.RawValues;
import io.wattline.field.FieldCatalogue;
import io.wattline.reading.PollSettings;
import io.wattline.settings.Settings;
import java.util.List;
import java.util.Locale;

/** {@code backfill --from-raw}: moves values within the database, without a request to the source. */
final class BackfillFromRaw {

    private final CliContext context;

    BackfillFromRaw(CliContext context) {
        this.context = context;
    }

    /** How many values were moved, by channel. */
    List<RawValues.Moved> move(Settings settings, boolean quiet) {
        try (HikariDataSource database = context.launcher().openDatabase(settings)) {
            context.launcher().migrate(settings, database);
            FieldCatalogue fields = context.launcher().fields(settings);
            AddedColumns.mustBeThere(new Sql(database), fields.extraColumns());
            return new RawValues(
                            new Sql(database),
                            fields,
                            settings.of(PollSettings.class).batchSize())
                    .move(Version.text(), moved -> {
                        if (!quiet) {
                            context.terminal()
                                    .progress(String.format(
                                            Locale.ROOT,
                                            "from raw: channel %d %s: %,d moved, %,d " + "to go",
                                            moved.channelId(),
                                            moved.code(),
                                            moved.moved(),
                                            moved.left()));
                        }
                    });
        }
    }

    void print(List<RawValues.Moved> moved) {
        if (moved.isEmpty()) {
            context.terminal().line("No value in readings.raw has a column in config/fields.yaml.");
            return;
        }
        Table table = new Table("channel", "code", "column", "moved", "left in raw", "why");
        moved.forEach(row -> table.row(row.channelId(), row.code(), row.column(), row.moved(), row.left(), row.note()));
        table.print(context.terminal());
    }
}
