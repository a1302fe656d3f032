/**
 * Metering channels, as every feature knows them.
 *
 * <p>{@link io.wattline.channel.Channel} is one channel with its interval and the time for which it was installed.
 * {@link io.wattline.channel.Channels} looks channels up in the database. {@link io.wattline.channel.ChannelCondition}
 * is the {@code for} of an entry in {@code config/rules.yaml} or {@code config/estimation.yaml}: it says to which
 * channels the entry applies.
 *
 * <p>May use {@code database}, {@code settings} and {@code yaml}.
 */
package io.wattline.channel;
