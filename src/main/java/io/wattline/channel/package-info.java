/** Channels: views of metering points, and the conditions by which settings files choose among them. */
package io.wattline.channel;
