package io.wattline.settings;

/** A value that nobody may see: {@link #toString} does not give it away. Empty where it is not set. */
public record Secret(String value) {

    public boolean isSet() {
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return isSet() ? "***" : "";
    }
}
