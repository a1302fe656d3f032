package io.wattline.export;

import java.io.IOException;

/** Writes rows in one format to a stream, which it leaves open. */
public interface RowSink {

    /** @param values in the order of the columns, of the classes that {@link ColumnType} names; null for null */
    void row(Object[] values) throws IOException;

    /** Writes what stands after the last row. Nothing is written after it. */
    void end() throws IOException;
}
