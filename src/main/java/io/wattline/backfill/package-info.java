/** Reading again what is missing, as jobs that several processes share. Plain Java. */
package io.wattline.backfill;
