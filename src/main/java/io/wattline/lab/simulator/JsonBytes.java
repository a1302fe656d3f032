package io.wattline.lab.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON under construction. Numbers are written as digits from whole numbers: no object, no rounding, a few nanoseconds
 * a value.
 */
final class JsonBytes {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private byte[] bytes = new byte[64 * 1024];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    JsonBytes ascii(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    JsonBytes raw(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    JsonBytes raw(char character) {
        room(1);
        bytes[length++] = (byte) character;
        return this;
    }

    JsonBytes none() {
        return raw(NULL);
    }

    JsonBytes whole(long value) {
        return decimal(value, 0);
    }

    /** {@code unscaled} over 10 to the {@code decimals}, without zeros at the end. */
    JsonBytes decimal(long unscaled, int decimals) {
        room(24 + decimals);
        long rest = unscaled;
        if (rest < 0) {
            bytes[length++] = '-';
            rest = -rest;
        }
        int places = decimals;
        while (places >= 3 && rest % 1000 == 0) {
            rest /= 1000;
            places -= 3;
        }
        while (places > 0 && rest % 10 == 0) {
            rest /= 10;
            places--;
        }
        digits(rest, places);
        return this;
    }

    /** Blanks for a number that is known later; see {@link #fill}. */
    int blank(int width) {
        room(width);
        Arrays.fill(bytes, length, length + width, (byte) ' ');
        length += width;
        return length;
    }

    /** Writes the number so that it ends before {@code end}. */
    void fill(int end, int number) {
        int at = end;
        int rest = number;
        do {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    private void digits(long value, int places) {
        int wholeDigits = Math.max(1, count(value) - places);
        int at = length + wholeDigits + (places > 0 ? places + 1 : 0);
        length = at;
        long rest = value;
        for (int i = 0; i < places; i++) {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (places > 0) {
            bytes[--at] = '.';
        }
        for (int i = 0; i < wholeDigits; i++) {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int count(long value) {
        int digits = 1;
        for (long power = 10; digits < 19 && value >= power; power *= 10) {
            digits++;
        }
        return digits;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
