package io.wattline.anomaly.backtest;

/** A file of series that cannot be used; the message says what was found and what is allowed. */
public final class SeriesFileException extends RuntimeException {

    SeriesFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
