package io.wattline.eniscope;

import io.wattline.channel.Channel;
import io.wattline.field.FieldCatalogue;
import io.wattline.reading.Page;
import io.wattline.reading.SourceFormat;
import io.wattline.reading.Window;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/** Requests, responses and dead letters in Eniscope's form. Safe for use by many threads. */
public final class EniscopeFormat implements SourceFormat {

    private final Normaliser normaliser;

    public EniscopeFormat(FieldCatalogue fields) {
        normaliser = new Normaliser(fields);
    }

    @Override
    public String request(Window window) {
        return ReadingsRequest.of(window).toString();
    }

    @Override
    public Page page(byte[] response, Window window) {
        return normaliser.normalise(response, window);
    }

    @Override
    public byte[] sample(Window window, double energyKwh, double powerKw) {
        return String.format(
                        Locale.ROOT,
                        "{\"channel\":%d,\"resolution\":%d,\"units\":{\"E\":\"Wh\",\"P\":\"W\"},\"recordCount\":1,"
                                + "\"records\":[{\"ts\":%d,\"E\":%s,\"P\":%s}]}",
                        window.channel().channelId(),
                        window.channel().interval().toSeconds(),
                        window.interval().start().getEpochSecond(),
                        energyKwh * 1000,
                        powerKw * 1000)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Page replay(String payload, IntFunction<Optional<Channel>> channels, long runId) {
        ReplayedResponse replayed = ReplayedResponse.of(payload, channels, runId);
        return normaliser.normalise(replayed.response(), replayed.window());
    }
}
