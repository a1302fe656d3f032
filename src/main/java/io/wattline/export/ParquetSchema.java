package io.wattline.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Columns and values as Parquet knows them: times are instants in microseconds, nulls are absent. */
final class ParquetSchema extends WriteSupport<Object[]> {

    private final List<ExportColumn> columns;
    private RecordConsumer consumer;

    ParquetSchema(List<ExportColumn> columns) {
        this.columns = columns;
    }

    @Override
    @SuppressWarnings("deprecation") // the library has no other form that can be overridden
    public WriteContext init(Configuration configuration) {
        Type[] fields = columns.stream().map(ParquetSchema::field).toArray(Type[]::new);
        return new WriteContext(new MessageType("wattline", fields), Map.of());
    }

    private static Type field(ExportColumn column) {
        return switch (column.type()) {
            case TEXT -> Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType())
                    .named(column.name());
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            case DAY -> Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType())
                    .named(column.name());
            case TIME -> Types.optional(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS)).named(column.name());
        };
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(Object[] values) {
        consumer.startMessage();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                consumer.startField(columns.get(i).name(), i);
                value(columns.get(i).type(), values[i]);
                consumer.endField(columns.get(i).name(), i);
            }
        }
        consumer.endMessage();
    }

    private void value(ColumnType type, Object value) {
        switch (type) {
            case TEXT -> consumer.addBinary(Binary.fromString(value.toString()));
            case WHOLE -> consumer.addLong(((Number) value).longValue());
            case NUMBER -> consumer.addDouble(value instanceof BigDecimal number ? number.doubleValue()
                    : ((Number) value).doubleValue());
            case FLAG -> consumer.addBoolean((Boolean) value);
            case DAY -> consumer.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case TIME -> consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
            default -> throw new IllegalArgumentException(type.name());
        }
    }
}
