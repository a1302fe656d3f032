/** JSON that goes into the database. Plain Java. */
package io.wattline.json;
