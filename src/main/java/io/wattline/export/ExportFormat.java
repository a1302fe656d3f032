package io.wattline.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A format of files. */
public enum ExportFormat {
    CSV("csv", "text/csv; charset=utf-8; header=present"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PARQUET("parquet", "application/vnd.apache.parquet"),
    /** Green Button. */
    ESPI("xml", "application/atom+xml; charset=utf-8");

    /** Another name of ESPI. */
    private static final String GREEN_BUTTON = "green-button";

    private final String ending;
    private final String mediaType;

    ExportFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Such as csv; {@link IllegalArgumentException} for another word. */
    public static ExportFormat of(String word) {
        return word.equals(GREEN_BUTTON) ? ESPI : Arrays.stream(values()).filter(each -> each.word().equals(word))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("Format '" + word
                + "' does not exist; allowed: " + Arrays.stream(values()).map(ExportFormat::word)
                .collect(Collectors.joining(", ")) + " (or " + GREEN_BUTTON + ", which is espi)"));
    }

    /** The format that the ending of a file's name says; empty where it says none. */
    public static Optional<ExportFormat> ofFile(String name) {
        return Arrays.stream(values()).filter(each -> name.toLowerCase(Locale.ROOT).endsWith("." + each.ending))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a file's name, without the dot. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }
}
