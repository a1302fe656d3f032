package io.wattline.export;

import io.wattline.reading.Interval;
import io.wattline.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A database with a site in New York and one in Berlin, over the night in which the clocks of Berlin change. */
final class ExportStage implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    static final Interval RANGE = new Interval(Instant.parse("2026-10-24T00:00:00Z"),
            Instant.parse("2026-10-27T00:00:00Z"));

    final TestDatabase database = TestDatabase.migrated();
    final Exports exports = ExportModule.once(database.dataSource(), List.of(), Clock.fixed(NOW, ZoneOffset.UTC));

    ExportStage() {
        database.setClock(NOW);
        database.execute("insert into organizations (organization_id, organization_name, timezone) values "
                + "('1001', '=Mill <&> \"1\"', 'America/New_York'), ('1002', 'Werk, Süd', 'Europe/Berlin'); "
                + "insert into channels (channel_id, channel_name, organization_id, interval_seconds, installed_at) "
                + "values (1, 'Main', '1001', 900, '2026-01-01T00:00Z'), (2, '+Pump \u0007;', '1001', 900, "
                + "'2026-01-01T00:00Z'), (3, 'Halle', '1002', 3600, '2026-01-01T00:00Z'); "
                + "select setseed(0.4); insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, "
                + "voltage_v, data_quality, quality_method) select c.channel_id, t, case when x.q < 0.02 then null "
                + "else x.k end, x.k * 4, case when x.q > 0.9 then 230.1 end, case when x.q < 0.1 then 'estimated' "
                + "when x.q < 0.15 then 'suspect' when x.q < 0.2 then 'edited' else 'measured' end, "
                + "case when x.q < 0.04 then 'linear' when x.q < 0.08 then 'like-day' when x.q < 0.1 then 'other' end "
                + "from channels c, generate_series('2026-10-23T00:00Z'::timestamptz, '2026-10-28T00:00Z', "
                + "c.interval_seconds * interval '1 second') t cross join lateral (select random() as q, "
                + "round((random() * 40 - 1)::numeric, 6)::float8 as k, t as of_row) x; "
                + "do 'begin perform refresh_touched_days(''" + NOW + "''); end'");
    }

    static ExportRequest request(ExportResolution resolution, Integer... channels) {
        return new ExportRequest(null, List.of(channels), RANGE, resolution,
                List.of("energy_kwh", "power_kw", "voltage_v"));
    }

    Path write(ExportRequest request, ExportFormat format, Path folder) throws Exception {
        try (ExportStream stream = exports.open(request, format)) {
            return copy(stream, folder.resolve("export." + format.ending()));
        }
    }

    static Path copy(ExportStream stream, Path file) throws IOException {
        Files.copy(stream, file);
        return file;
    }

    @Override
    public void close() {
        database.close();
    }
}
