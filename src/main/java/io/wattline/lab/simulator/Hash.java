package io.wattline.lab.simulator;

/** Chance without state: the same numbers give the same draw, in any order and in any thread. */
final class Hash {

    private Hash() {
    }

    /** 64 well-mixed bits (finaliser of SplitMix64; Steele, Lea, Flood 2014). */
    static long of(long a, long b) {
        long z = (a ^ Long.rotateLeft(b, 32)) * 0x9E3779B97F4A7C15L + b;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A whole number from 0 to {@code bound} (exclusive), from the sixteen bits of {@code hash} at {@code shift}. */
    static long part(long hash, int shift, long bound) {
        return ((hash >>> shift) & 0xFFFF) * bound >>> 16;
    }

    /** A whole number from 0 to {@code bound} (exclusive). */
    static long below(long hash, long bound) {
        return (hash >>> 1) % bound;
    }
}
