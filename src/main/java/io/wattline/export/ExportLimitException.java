package io.wattline.export;

/** As many exports run as may run at once. */
public final class ExportLimitException extends Exception {

    private static final long serialVersionUID = 1;

    ExportLimitException(int running) {
        super("Export limit reached (" + running + " running); try again later");
    }
}
