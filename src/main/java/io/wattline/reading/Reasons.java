package io.wattline.reading;

import io.wattline.channel.Channel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/** Texts of reasons. Control characters from outside are left out, and long texts are cut. */
public final class Reasons {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");
    private static final int LONGEST = 60;

    private Reasons() {
    }

    /** {@code Channel 61001 'MAIN'}. */
    public static String name(Channel channel) {
        return "Channel " + channel.channelId()
                + (channel.channelName() == null ? "" : " '" + clean(channel.channelName()) + "'");
    }

    /** Why a reading is rejected: channel, slot, what was found, the rule and where to change it, what happens now. */
    public static String of(Channel channel, Instant start, String found, String rule) {
        return name(channel) + ", " + (start == null ? "no timestamp" : start) + ": " + found + " (rule " + rule
                + "); set aside";
    }

    /** Why a value is set aside while the rest of its reading is kept. */
    public static String ofValue(Channel channel, Instant start, String found, String rule) {
        return name(channel) + ", " + (start == null ? "no timestamp" : start) + ": " + found + " (rule " + rule
                + "); the value is set aside, the rest of the reading is kept as suspect";
    }

    /** Text from outside, safe for a log line. */
    public static String clean(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
    }

    /** A number in decimal notation: 1500, 0.0000001. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return Math.abs(exact.scale()) > 30 ? exact.toString() : exact.toPlainString();
    }
}
