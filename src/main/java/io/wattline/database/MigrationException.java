package io.wattline.database;

/**
 * The schema could not be brought to what this version needs; the message is for people, and the schema is as it was.
 */
public final class MigrationException extends RuntimeException {

    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
