package io.wattline.forecast;

/**
 * How full the disk of {@code data/} is, in bytes.
 *
 * @param diskUsed   what this process cannot write any more
 * @param spoolBytes of the files in the spool
 */
public record StorageLevel(long diskUsed, long diskSize, long spoolBytes) {

    /** What the spool may grow to: what the disk has free beside it. */
    long spoolMax() {
        return Math.max(1, diskSize - diskUsed + spoolBytes);
    }
}
