package io.wattline.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wattline.health.RunningReport;

/**
 * Everything that {@code status} prints.
 *
 * @param program         this one
 * @param service         the report of a running service; null where none responds
 * @param serviceAbsent   why there is no report; null where there is one
 * @param figures         the figures from the database; null where it is unreachable
 * @param databaseTrouble why the database is unreachable; null where it responds
 * @param disk            of data/
 */
record Status(
        Program program,
        RunningReport service,
        String serviceAbsent,
        @JsonUnwrapped StatusReport figures,
        String databaseTrouble,
        DataFolder disk) {

    /** The program that runs the verb. */
    record Program(String version, String java, String profile, String home) {
    }

    /**
     * The state of folder data/.
     *
     * @param backlog    responses that wait to be stored
     * @param unreadable files of the spool that cannot be read
     */
    record DataFolder(long freeBytes, long sizeBytes, long backlog, long unreadable) {
    }
}
