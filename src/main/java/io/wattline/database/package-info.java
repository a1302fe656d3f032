/** PostgreSQL: URL, pool, migration, statements. */
package io.wattline.database;
