package io.wattline.export;

/** A column of a file. */
public record ExportColumn(String name, ColumnType type) {
}
