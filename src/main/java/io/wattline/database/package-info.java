/**
 * PostgreSQL: address, connections, migration and statements.
 *
 * <p>Reading order: {@link io.wattline.database.DatabaseSettings} and {@link io.wattline.database.DatabaseUrl} (the
 * address as hosting services hand it out), {@link io.wattline.database.Database} (the connection pool),
 * {@link io.wattline.database.Migration} (brings a schema to this version, also one that people already have),
 * {@link io.wattline.database.Sql} (a statement with its arguments), {@link io.wattline.database.SqlFile} and
 * {@link io.wattline.database.NamedSql} (statements from {@code db/sql}). {@link io.wattline.database.Rehearsal} runs
 * statements and rolls them back; {@link io.wattline.database.SpoiltSessions} closes connections that cannot write any
 * more after a failover.
 *
 * <p>Every static statement is a file in {@code db/sql} or {@code db/web}. Times are {@code timestamptz} in UTC;
 * statements ask {@code wattline_now()} for the time, so that tests can set it.
 *
 * <p>The package may use {@code settings}. It is plain Java with HikariCP and Flyway.
 */
package io.wattline.database;
