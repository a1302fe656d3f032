/** Watches a channel day by day and makes one event of many sightings. */
package io.wattline.anomaly.watch;
