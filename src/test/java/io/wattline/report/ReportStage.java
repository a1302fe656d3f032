package io.wattline.report;

import io.wattline.settings.ConfigFile;
import io.wattline.testing.TestDatabase;
import java.time.Instant;

/** A database with sites for reports. */
final class ReportStage implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");

    final TestDatabase database = TestDatabase.migrated();

    ReportStage() {
        database.setClock(NOW);
    }

    /** A site in New York with a main meter, a phase of it and a pump, each with a reading an hour. */
    void site(String site, int firstChannel) {
        database.execute("insert into organizations (organization_id, organization_name, timezone) values ('" + site
                + "', 'Mill " + site + " <&>', 'America/New_York'); "
                + "insert into channels (channel_id, channel_name, organization_id, meter_id, displayed_phase, "
                + "interval_seconds, installed_at) select " + firstChannel + " + n, 'Channel ' || n, '" + site + "', "
                + firstChannel + " + n / 2, case n when 0 then 'System' when 1 then '1' end, 3600, "
                + "'2025-01-01T05:00Z' from generate_series(0, 3) n");
    }

    /** Readings of random energies, with random gaps, estimates and suspects. */
    void readings(String site, String from, String until, long seed) {
        database.execute("select setseed(" + (seed % 1000) / 1000.0 + "); insert into readings (channel_id, "
                + "\"timestamp\", energy_kwh, power_kw, data_quality) "
                + "select c, t, k, k, case when q < 0.05 then 'estimated' when q < 0.06 then 'suspect' else 'measured' "
                + "end from (select c.channel_id as c, t, round((random() * 40)::numeric, 6)::float8 as k, "
                + "random() as q, random() as gap from channels c, generate_series('" + from + "'::timestamptz, '"
                + until + "'::timestamptz - interval '1 second', interval '1 hour') t "
                + "where c.organization_id = '" + site + "' order by c.channel_id, t) x where gap > 0.03");
    }

    void refresh() {
        database.execute("do 'begin perform refresh_touched_days(''" + NOW + "''); "
                + "perform refresh_site_days(''" + NOW + "'', 100000); end'");
    }

    static ReportRules rules(String reports) {
        return ReportRules.parse(new ConfigFile("reports.yaml", "reports: [" + reports
                + "]\nmark-estimated-above: 20 %\nwithhold-above: 50 %\n"));
    }

    @Override
    public void close() {
        database.close();
    }
}
