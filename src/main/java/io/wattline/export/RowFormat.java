package io.wattline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A format of files: how rows are written to a stream. */
@FunctionalInterface
public interface RowFormat {

    RowSink open(List<ExportColumn> columns, OutputStream out) throws IOException;
}
