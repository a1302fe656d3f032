package io.wattline.cli;

import io.wattline.settings.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration. */
final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        return Durations.parse(text).orElseThrow(() -> new TypeConversionException("'" + text + "' is not a length of "
                + "time; allowed: " + Durations.ALLOWED));
    }
}
