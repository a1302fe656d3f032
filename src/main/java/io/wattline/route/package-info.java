/** Routes files as text: what stands where, and what is wrong with it. Plain Java; what Camel says of them is in {@code ops}. */
package io.wattline.route;
