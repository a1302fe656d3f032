package io.wattline.bench;

/**
 * What one round took.
 *
 * @param rows       committed
 * @param seconds    from the first request (or the first byte of COPY) to the last commit
 * @param databaseCpu CPU time of PostgreSQL within that time, s
 * @param clientCpu  of Wattline, or of the program that copies, s
 * @param sourceCpu  of the simulator, s; 0 for COPY
 * @param otherCpu   of everything else on the machine until Wattline has ended, s: little, or the round says little
 * @param peakRssMib most memory of Wattline at once; 0 for COPY
 */
record Outcome(
        long rows,
        double seconds,
        double databaseCpu,
        double clientCpu,
        double sourceCpu,
        double otherCpu,
        double peakRssMib) {

    double rowsPerSecond() {
        return rows / seconds;
    }
}
