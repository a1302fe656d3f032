package io.wattline.estimation;

import java.util.Optional;

/**
 * What became of one method at one gap: a shape, or why it has none.
 *
 * @param whyNot for people; null with a shape
 */
record Attempt(Optional<EnergyShape> shape, String whyNot) {

    static Attempt of(EnergyShape shape) {
        return new Attempt(Optional.of(shape), null);
    }

    static Attempt failed(String method, String why) {
        return new Attempt(Optional.empty(), method + ": " + why);
    }
}
