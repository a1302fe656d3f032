package io.wattline.bench;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * What following the readings costs those who keep them: the trigger that notes where something changed, and the
 * breaker for bad data, per window of a week.
 */
final class QualityCost {

    private static final int TIMES = 41;
    private static final String WINDOW = "insert into readings (channel_id, \"timestamp\", energy_kwh, power_kw, "
            + "voltage_v, current_a, power_factor) select 1, slot, 2.5, 10, 230, 40, 0.95"
            + " from generate_series(timestamptz '2001-01-01Z' + %d * interval '7 days', timestamptz "
            + "'2001-01-07T23:45Z' + %d * interval '7 days', interval '15 minutes') slot";
    private static final String BREAKER = "select * from data_breakers where channel_id = 1; "
            + "insert into data_breakers (channel_id, state, judged_until, readings, rejected, good_batches, trips,"
            + " updated_at) values (1, 'closed', now(), 0, 0, 0, 0, now()) on conflict (channel_id) do update "
            + "set judged_until = excluded.judged_until, updated_at = excluded.updated_at";

    private final Statement statement;
    private int week;

    QualityCost(Statement statement) {
        this.statement = statement;
    }

    /** Rows of the table; one after the other, so that both find the same cache. */
    void measure() throws SQLException {
        long[] with = new long[TIMES];
        long[] without = new long[TIMES];
        long[] breaker = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            statement.execute("alter table readings enable trigger reading_days_inserted");
            with[i] = nanos(WINDOW.formatted(week, week++));
            statement.execute("alter table readings disable trigger reading_days_inserted");
            without[i] = nanos(WINDOW.formatted(week, week++));
            breaker[i] = nanos(BREAKER);
        }
        statement.execute("alter table readings enable trigger reading_days_inserted");
        statement.execute("delete from readings where \"timestamp\" < '2003-01-01'; truncate channel_day_queue; "
                + "delete from data_breakers");
        report("keeping a window of 672 readings, its days noted by the trigger", with);
        report("keeping a window of 672 readings, without that trigger", without);
        report("the breaker of a window: reading its state, writing it", breaker);
    }

    private long nanos(String sql) throws SQLException {
        long start = System.nanoTime();
        statement.execute(sql);
        return System.nanoTime() - start;
    }

    private static void report(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f |%n",
                what, nanos[0] / 1e6, nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 1] / 1e6);
    }
}
