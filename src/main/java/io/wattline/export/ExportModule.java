package io.wattline.export;

import io.wattline.module.Beans;
import io.wattline.module.FeatureModule;
import io.wattline.module.Foundation;
import io.wattline.reading.Column;
import io.wattline.reading.ExtraColumn;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Readings and energy as files. Exports have no route: they begin when somebody asks over HTTP or in the shell. */
public final class ExportModule implements FeatureModule {

    private final Map<String, String> units;
    private final RunningExports running;
    private final Clock clock;

    public ExportModule(Foundation base, List<ExtraColumn> extraColumns) {
        this.units = units(extraColumns);
        this.running = new RunningExports(base.settings().of(ExportSettings.class).runningMax());
        this.clock = base.clock();
    }

    /** Exports of a command, which runs one at a time. */
    public static Exports once(DataSource database, List<ExtraColumn> extraColumns, Clock clock) {
        return new Exports(database, units(extraColumns), new RunningExports(1), clock);
    }

    @Override
    public void bind(Beans beans) {
        // no route calls exports
    }

    /** @param database a pool that ingestion does not use */
    public Exports exports(DataSource database) {
        return new Exports(database, units, running, clock);
    }

    /** Counts the exports of the process. */
    public RunningExports running() {
        return running;
    }

    /** Units of the value columns of table {@code readings}, by column name. */
    public Map<String, String> units() {
        return units;
    }

    private static Map<String, String> units(List<ExtraColumn> extraColumns) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            units.put(column.sqlName(), column.unit());
        }
        extraColumns.forEach(column -> units.put(column.sqlName(), column.unit()));
        return Collections.unmodifiableMap(units);
    }
}
