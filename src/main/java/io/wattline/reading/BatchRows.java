package io.wattline.reading;

import io.wattline.eniscope.FieldCatalogue;
import io.wattline.eniscope.ReadingsRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A batch as the parameters of {@code db/sql/readings-keep.sql}: one array a column. One statement over {@code unnest(arrays)} is twice as
 * fast as a JDBC batch of single rows; a column that no reading has is passed as null and costs nothing.
 */
public final class BatchRows {

    private BatchRows() {
    }

    /** @param now ISO instant, for the log */
    public static Map<String, Object> parameters(Batch batch, String now) {
        return parameters(batch, List.of(), now);
    }

    /** @param extraColumns those that people have added, see {@link FieldCatalogue#extraColumns()} */
    public static Map<String, Object> parameters(Batch batch, List<ExtraColumn> extraColumns, String now) {
        List<Reading> accepted = batch.readings();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("channel_id", batch.window().channel().channelId());
        parameters.put("run_id", batch.window().runId());
        parameters.put("now", now);
        parameters.put("cursor", batch.cursor() == null ? null : batch.cursor().toString());
        parameters.put("epochs", accepted.stream().mapToLong(reading -> reading.start().getEpochSecond()).toArray());
        parameters.put("newest", accepted.isEmpty() ? null : accepted.get(accepted.size() - 1).start().toString());
        Reading[] readings = accepted.toArray(Reading[]::new);
        for (Column column : Column.values()) {
            parameters.put(column.sqlName(), values(readings, column.ordinal()));
        }
        for (int i = 0; i < extraColumns.size(); i++) {
            parameters.put(extraColumns.get(i).sqlName(), values(readings, Column.values().length + i));
        }
        parameters.put("qualities", texts(accepted, reading -> reading.quality() == DataQuality.MEASURED ? null : reading.quality().sqlName()));
        parameters.put("methods", texts(accepted, Reading::method));
        parameters.put("raws", texts(accepted, Reading::raw));
        putLog(parameters, batch);
        return parameters;
    }

    private static void putLog(Map<String, Object> parameters, Batch batch) {
        Window window = batch.window();
        parameters.put("start_time", window.interval().start().toString());
        parameters.put("end_time", window.interval().end().toString());
        parameters.put("resolution_seconds", (int) window.channel().interval().toSeconds());
        parameters.put("request", ReadingsRequest.of(window).toString());
        parameters.put("status", batch.last() ? "success" : "partial");
        parameters.put("fetched", batch.fetched());
        parameters.put("rejected", batch.rejected().size());
        parameters.put("null_bins", batch.nullBins());
        parameters.put("codes", batch.unknownFields().keySet().toArray(String[]::new));
        parameters.put("code_counts", batch.unknownFields().values().stream().mapToLong(Integer::longValue).toArray());
    }

    /** Without a gap, which is the rule, no value is boxed. */
    private static Object values(Reading[] readings, int place) {
        double[] values = new double[readings.length];
        int present = 0;
        for (int i = 0; i < values.length; i++) {
            // a reading that was not read from an answer may have no room for what people have added
            values[i] = place < readings[i].values().length ? readings[i].values()[place] : Double.NaN;
            present += Double.isNaN(values[i]) ? 0 : 1;
        }
        return present == 0 ? null : present == values.length ? values : withNulls(values);
    }

    private static Double[] withNulls(double[] values) {
        return Arrays.stream(values).mapToObj(value -> Double.isNaN(value) ? null : (Double) value).toArray(Double[]::new);
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
