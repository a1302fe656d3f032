package io.wattline.cli;

import io.wattline.logging.OneLine;
import io.wattline.logging.Secrets;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** The output of a verb. Secrets and control characters are removed. */
final class Terminal {

    /** Interval of progress lines where a line cannot be rewritten in place. */
    private static final long PROGRESS_NANOS = 5_000_000_000L;
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

    private final PrintWriter out;
    private final boolean interactive;
    private final LongSupplier nanos;
    private boolean inProgressLine;
    private boolean hasWritten;
    private Long lastProgress;

    /** {@code interactive}: the output is a terminal, and a line can be rewritten. */
    Terminal(PrintWriter out, boolean interactive) {
        this(out, interactive, System::nanoTime);
    }

    Terminal(PrintWriter out, boolean interactive, LongSupplier nanos) {
        this.out = out;
        this.interactive = interactive;
        this.nanos = nanos;
    }

    /** Writes a line, after the last progress line. */
    void line(String text) {
        endProgress();
        hasWritten = true;
        out.println(safe(text));
        out.flush();
    }

    /** Clears the screen of a terminal; elsewhere writes an empty line. */
    void clear() {
        out.print(interactive ? CLEAR_SCREEN : hasWritten ? System.lineSeparator() : "");
    }

    /** Writes a document as it is. */
    void document(String text) {
        endProgress();
        hasWritten = true;
        out.println(text);
        out.flush();
    }

    /** Shows progress: in place, or as a line every few seconds. */
    void progress(String text) {
        if (interactive) {
            out.print(CLEAR_LINE + safe(text));
            inProgressLine = true;
        } else if (lastProgress == null || nanos.getAsLong() - lastProgress >= PROGRESS_NANOS) {
            lastProgress = nanos.getAsLong();
            out.println(safe(text));
        }
        out.flush();
    }

    private void endProgress() {
        if (inProgressLine) {
            out.println();
            inProgressLine = false;
        }
    }

    private static String safe(String text) {
        return OneLine.escaped(Secrets.masked(text));
    }
}
