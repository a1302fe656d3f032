package io.wattline.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A batch as the parameters of {@code db/sql/readings-keep.sql}, one array per column. One statement over {@code
 * unnest(arrays)} is twice as fast as a JDBC batch of single rows. A column without a value in the batch is passed as
 * null and costs nothing.
 */
public final class BatchRows {

    private BatchRows() {
    }

    /**
     * @param extraColumns columns of {@code config/fields.yaml} beyond those of {@link Column}
     * @param request      the request, for table {@code ingestion_logs}
     * @param now          ISO instant
     */
    public static Map<String, Object> parameters(
            Batch batch, List<ExtraColumn> extraColumns, String request, String now) {
        List<Reading> accepted = batch.readings();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", now);
        parameters.put("epochs", accepted.stream().mapToLong(reading -> reading.start().getEpochSecond()).toArray());
        parameters.put("newest", accepted.isEmpty() ? null : accepted.get(accepted.size() - 1).start().toString());
        parameters.put("partial_epochs", partialEpochs(accepted));
        Reading[] readings = accepted.toArray(Reading[]::new);
        for (Column column : Column.values()) {
            parameters.put(column.sqlName(), values(readings, column.ordinal()));
        }
        for (int i = 0; i < extraColumns.size(); i++) {
            parameters.put(extraColumns.get(i).sqlName(), values(readings, Column.values().length + i));
        }
        parameters.put("qualities", texts(accepted, BatchRows::quality));
        parameters.put("methods", texts(accepted, Reading::method));
        parameters.put("raws", texts(accepted, Reading::raw));
        parameters.put("request", request);
        putWindow(parameters, batch);
        putLog(parameters, batch);
        return parameters;
    }

    /** Slots whose readings have a partial dead letter, which this batch does not close. */
    private static long[] partialEpochs(List<Reading> accepted) {
        return accepted.stream().filter(Reading::isPartial).mapToLong(each -> each.start().getEpochSecond()).toArray();
    }

    private static void putWindow(Map<String, Object> parameters, Batch batch) {
        parameters.put("channel_id", batch.window().channel().channelId());
        parameters.put("run_id", batch.window().runId());
        parameters.put("cursor", batch.cursor() == null ? null : batch.cursor().toString());
    }

    /** Null stands for {@link DataQuality#MEASURED}. */
    private static String quality(Reading reading) {
        return reading.quality() == DataQuality.MEASURED ? null : reading.quality().sqlName();
    }

    private static void putLog(Map<String, Object> parameters, Batch batch) {
        Window window = batch.window();
        parameters.put("start_time", window.interval().start().toString());
        parameters.put("end_time", window.interval().end().toString());
        parameters.put("resolution_seconds", (int) window.channel().interval().toSeconds());
        parameters.put("status", batch.last() ? "success" : "partial");
        parameters.put("fetched", batch.fetched());
        parameters.put("rejected", batch.rejected().size());
        parameters.put("null_bins", batch.nullBins());
        parameters.put("codes", batch.unknownFields().keySet().toArray(String[]::new));
        parameters.put("code_counts", batch.unknownFields().values().stream().mapToLong(Integer::longValue).toArray());
    }

    /** No value is boxed where none is missing, which is the normal case. */
    private static Object values(Reading[] readings, int place) {
        double[] values = new double[readings.length];
        int present = 0;
        for (int i = 0; i < values.length; i++) {
            // a reading that does not come from a response may have no place for extra columns
            values[i] = place < readings[i].values().length ? readings[i].values()[place] : Double.NaN;
            present += Double.isNaN(values[i]) ? 0 : 1;
        }
        return present == 0 ? null : present == values.length ? values : withNulls(values);
    }

    private static Double[] withNulls(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> Double.isNaN(value) ? null : (Double) value)
                .toArray(Double[]::new);
    }

    private static String[] texts(List<Reading> readings, Function<Reading, String> text) {
        String[] texts = readings.stream().map(text).toArray(String[]::new);
        for (String each : texts) {
            if (each != null) {
                return texts;
            }
        }
        return null;
    }
}
