package io.wattline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** Rows as a Parquet file, compressed with gzip. Row groups are small, so that memory stays flat. */
final class ParquetRows implements RowSink {

    private static final long ROW_GROUP_BYTES = 8L << 20;
    private static final int PAGE_BYTES = 256 << 10;

    private final ParquetWriter<Object[]> writer;

    private ParquetRows(ParquetWriter<Object[]> writer) {
        this.writer = writer;
    }

    static RowSink open(List<ExportColumn> columns, OutputStream out) throws IOException {
        return new ParquetRows(new Builder(new ParquetOutput(out), new ParquetSchema(columns))
                .withRowGroupSize(ROW_GROUP_BYTES).withPageSize(PAGE_BYTES).withCodecFactory(new GzipCodec())
                .withCompressionCodec(CompressionCodecName.GZIP).build());
    }

    @Override
    public void row(Object[] values) throws IOException {
        writer.write(values);
    }

    @Override
    public void end() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {

        private final ParquetSchema schema;

        Builder(OutputFile file, ParquetSchema schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // the library has no other form that can be overridden
        protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
            return schema;
        }
    }
}
