/**
 * The fields of a source: which codes it may send, the column that keeps each, and how its units convert. All of it is
 * data of {@code config/fields.yaml}; no class here knows one source.
 *
 * <p>Reading order: {@link io.wattline.field.Field} (one code), {@link io.wattline.field.FieldCatalogue} (all codes,
 * and the columns that people have added), {@link io.wattline.field.FieldUnits} (conversions by the unit of a column).
 *
 * <p>Uses {@code reading} (columns) and {@code yaml}. A source reads its responses by the catalogue; discovery,
 * estimation and the HTTP side look up codes, columns and units.
 */
package io.wattline.field;
