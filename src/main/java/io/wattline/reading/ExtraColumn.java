package io.wattline.reading;

/**
 * A value column of a user's own migration, named in section {@code columns} of {@code config/fields.yaml}. It is kept
 * like any other, but no rule applies to it. Its values follow those of {@link Column} in {@link Reading#values()}, in
 * the order of the file.
 */
public record ExtraColumn(String sqlName, String unit) implements ValueColumn {

    public ExtraColumn {
        if (!sqlName.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Column '" + sqlName
                    + "'; allowed: lower-case letters, digits and _, a letter first, at most 63 characters");
        }
    }
}
