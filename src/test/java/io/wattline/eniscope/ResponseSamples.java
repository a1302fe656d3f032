package io.wattline.eniscope;

import io.wattline.channel.Channel;
import io.wattline.field.FieldCatalogue;
import io.wattline.reading.Column;
import io.wattline.reading.DataQuality;
import io.wattline.reading.Interval;
import io.wattline.reading.Reading;
import io.wattline.reading.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What tests of readings start from. */
public final class ResponseSamples {

    public static final FieldCatalogue FIELDS = FieldCatalogue.load(Path.of("config/fields.yaml"));
    public static final Normaliser NORMALISER = new Normaliser(FIELDS);
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private ResponseSamples() {
    }

    public static Channel channel(int intervalSeconds) {
        return new Channel(61001, "MAIN", "90002", "20", Duration.ofSeconds(intervalSeconds), null, null);
    }

    /** A window of so many quarters of an hour from the start of 2026. */
    public static Window window(int slots) {
        return window(channel(900), slots);
    }

    public static Window window(Channel channel, int slots) {
        return new Window(
                channel,
                new Interval(START, START.plus(channel.interval().multipliedBy(slots))),
                List.of("E", "P", "V", "I", "PF"),
                1);
    }

    /** An answer of channel 61001 in the units of the catalogue. */
    public static byte[] answer(String... records) {
        return answer("{\"E\":\"Wh\",\"P\":\"W\",\"V\":\"V\",\"PF\":\"\"}", records);
    }

    public static byte[] answer(String units, String[] records) {
        return ("{\"uuid\":\"AABBCC0011220001\",\"name\":\"MAIN\",\"channel\":61001,\"resolution\":900,\"units\":"
                        + units + ",\"recordCount\":" + records.length + ",\"records\":[" + String.join(",", records)
                        + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values by pairs of column and value; the others are missing. */
    public static Reading reading(Instant start, Object... columnsAndValues) {
        double[] values = new double[Column.values().length];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            values[((Column) columnsAndValues[i]).ordinal()] = ((Number) columnsAndValues[i + 1]).doubleValue();
        }
        return new Reading(61001, start, values, DataQuality.MEASURED, null, null, null);
    }
}
