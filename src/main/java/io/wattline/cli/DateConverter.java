package io.wattline.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day in UTC as its first instant. */
final class DateConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is not a date; allowed: a day as YYYY-MM-DD, in UTC");
        }
    }
}
