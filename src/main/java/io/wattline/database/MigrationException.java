package io.wattline.database;

/**
 * The migration failed. The message is for people; the schema is unchanged.
 */
public final class MigrationException extends RuntimeException {

    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
