package io.wattline.cli;

import io.wattline.settings.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time. */
final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        return Durations.parse(text).orElseThrow(() -> new TypeConversionException("'" + text + "' is no length of "
                + "time; allowed: " + Durations.ALLOWED));
    }
}
