/** Meters of the process and of routes, and the catalogue of all metrics. */
package io.wattline.metrics;
