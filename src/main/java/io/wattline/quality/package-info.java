/** How good the kept readings are: figures, grades, checks over stored readings, and the breaker for bad data. */
package io.wattline.quality;
