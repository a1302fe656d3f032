package io.wattline.reading;

/**
 * A value column that a migration of the user's own has added and section {@code columns} of {@code config/fields.yaml} names. It is kept like any other; rules
 * do not know it. Its values stand in {@link Reading#values()} behind those of {@link Column}, in the order of the file.
 */
public record ExtraColumn(String sqlName, String unit) implements ValueColumn {

    public ExtraColumn {
        if (!sqlName.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Column '" + sqlName + "'; allowed: lower-case letters, digits and _, a letter first, at most 63 characters");
        }
    }
}
