package io.wattline.bench;

/**
 * CPU time used so far by the processes of a round and by the whole machine, in s, and the most memory of Wattline, in
 * MiB.
 */
record Usage(double database, double client, double source, double machine, double peakRssMib) {

    Usage since(Usage earlier) {
        return new Usage(
                database - earlier.database,
                client - earlier.client,
                source - earlier.source,
                machine - earlier.machine,
                peakRssMib);
    }

    Outcome outcome(long rows, double seconds) {
        return new Outcome(rows, seconds, database, client, source, machine - database - client - source, peakRssMib);
    }
}
