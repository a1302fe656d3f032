package io.wattline.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wattline.reading.Interval;
import io.wattline.reading.Retrieval;
import io.wattline.reading.SourceFormat;
import io.wattline.reading.UnusableResponseException;
import java.io.IOException;
import java.time.DateTimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Responses that arrived while the database could not keep them, as files. A file has the window and the response as it
 * came, so that its readings are taken like any other. Draining a file twice changes nothing, since there is one
 * reading per slot.
 */
public final class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final String UNREADABLE = "unreadable/";

    private final SourceFormat format;

    public Spool(SourceFormat format) {
        this.format = format;
    }

    /** One file per channel and window: the same window again replaces it. */
    public String fileName(Retrieval retrieval) {
        Interval interval = retrieval.window().interval();
        return "channel-" + retrieval.window().channel().channelId() + "-" + interval.start().getEpochSecond() + "-"
                + interval.end().getEpochSecond() + ".json";
    }

    /** The content of the file. */
    public byte[] content(Retrieval retrieval) throws JsonProcessingException {
        LOG.warn("{}: the response cannot be kept now; it goes to the spool and is taken from there later",
                retrieval.window());
        return SpooledResponse.write(retrieval);
    }

    /**
     * The page of a file, for a new run; {@link UnreadableSpoolFileException} where the file is damaged or not a
     * spooled response.
     */
    public Retrieval page(byte[] file, long runId) {
        try {
            SpooledResponse spooled = SpooledResponse.read(file);
            return Retrieval.of(format.page(spooled.response(), spooled.window(runId)));
        } catch (IOException | IllegalArgumentException | DateTimeException | UnusableResponseException e) {
            throw new UnreadableSpoolFileException(e);
        }
    }

    /** The readings of the file are kept. */
    public void drained(String fileName) {
        LOG.info("Spool: {} has been kept", fileName);
    }

    /** The file has been moved, so that it does not hold up the others. */
    public void unreadable(String fileName, Exception e) {
        LOG.error(
                "Spool: {} cannot be read and has been moved to {} in the spool; the other files are taken. Correct"
                    + " the file and move it back, or delete it: its window is requested again in any case, since the"
                    + " cursor has not moved. {}",
                fileName,
                UNREADABLE,
                e.getMessage());
    }

    /** Neither the database nor a file can keep the response. */
    public void unwritable(Retrieval retrieval, Exception e) {
        LOG.error(
                "{}: the database cannot keep the response, and spool.directory (config/application.properties) cannot"
                        + " be written: {}. Free some space or grant rights there. Nothing is lost: the cursor has not"
                        + " moved, and the window is asked for again",
                retrieval.window(),
                e.getMessage());
    }
}
