package io.wattline;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;

/** Stands where Wiring will: help, version and usage errors work, everything else says that the parts are not there. */
final class Unwired implements Parts {

    @Override
    public HikariDataSource openDatabase(Settings settings) {
        throw missing();
    }

    @Override
    public Migrated migrate(Settings settings, HikariDataSource database) {
        throw missing();
    }

    @Override
    public Service start(Settings settings, Clock clock, Mode mode) {
        throw missing();
    }

    @Override
    public Simulation simulate(Settings settings, Clock clock) {
        throw missing();
    }

    private static UnsupportedOperationException missing() {
        return new UnsupportedOperationException("this build has no wiring");
    }
}
