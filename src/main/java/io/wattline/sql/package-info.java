/** SQL by JDBC, for what asks the database outside of routes. */
package io.wattline.sql;
