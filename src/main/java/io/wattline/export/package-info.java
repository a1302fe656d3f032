/**
 * Readings and energy as files: CSV, XLSX, Parquet and Green Button (ESPI). {@link io.wattline.export.Exports} turns an
 * {@link io.wattline.export.ExportRequest} into an {@link io.wattline.export.ExportStream}: a database cursor that is
 * read as somebody reads the stream, so that memory holds only some rows of a file of any length. Command line and HTTP
 * use the same stream, and the lists of the HTTP API that are given as CSV do so too.
 * <p>
 * Read {@link io.wattline.export.ExportStream} first, then the {@link io.wattline.export.RowSink} of a format, such
 * as {@link io.wattline.export.ParquetRows}. {@link io.wattline.export.GreenButtonRows} says how a reading becomes an
 * interval of ESPI. The views that other programs query stand in {@code R__65_star_schema.sql}.
 * <p>
 * The package may use {@code database}, {@code settings}, {@code channel}, {@code reading} (columns) and
 * {@code module}.
 */
package io.wattline.export;
