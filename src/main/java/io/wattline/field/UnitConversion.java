package io.wattline.field;

/**
 * From one unit to another: {@code (value - subtract) * times / over}. Division is kept apart from multiplication
 * because 1000 is exact in binary and 0.001 is not: dividing rounds once.
 */
public record UnitConversion(double subtract, double times, double over) {

    /** For a value that already is in the unit wanted. */
    public static final UnitConversion NONE = new UnitConversion(0, 1, 1);

    public UnitConversion {
        if (times == 0
                || over == 0
                || !Double.isFinite(subtract)
                || !Double.isFinite(times)
                || !Double.isFinite(over)) {
            throw new IllegalArgumentException("A conversion has finite parts and no factor 0; found (value - "
                    + subtract + ") * " + times + " / " + over);
        }
    }

    /** A factor as people write it: {@code 1000}, or {@code 1/1000}. */
    public static UnitConversion factor(String text, double subtract) {
        String[] parts = text.split("/", 2);
        return new UnitConversion(
                subtract, Double.parseDouble(parts[0]), parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
    }

    public double apply(double value) {
        return (value - subtract) * times / over;
    }
}
