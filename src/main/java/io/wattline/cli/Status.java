package io.wattline.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wattline.health.RunningReport;

/**
 * All that {@code status} knows. What the database says stands beside the rest, not below it.
 *
 * @param program         this one
 * @param service         what a running service says of itself; null where none answers here
 * @param serviceAbsent   why there is none; null where there is one
 * @param figures         what the database says; null where it says nothing
 * @param databaseTrouble why it says nothing; null where it does
 * @param disk            of data/
 */
record Status(
        Program program,
        RunningReport service,
        String serviceAbsent,
        @JsonUnwrapped StatusReport figures,
        String databaseTrouble,
        DataFolder disk) {

    /** The program that asks. */
    record Program(String version, String java, String profile, String home) {
    }

    /**
     * What lies in data/.
     *
     * @param backlog    answers that wait to be stored
     * @param unreadable files of the spool that nobody can read
     */
    record DataFolder(long freeBytes, long sizeBytes, long backlog, long unreadable) {
    }
}
