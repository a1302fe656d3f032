package io.wattline.estimation;

import java.util.Optional;

/**
 * The result of one method for one gap: a shape, or why there is none.
 *
 * @param whyNot for people; null with a shape
 */
record ShapeAttempt(Optional<EnergyShape> shape, String whyNot) {

    static ShapeAttempt of(EnergyShape shape) {
        return new ShapeAttempt(Optional.of(shape), null);
    }

    static ShapeAttempt failed(String method, String why) {
        return new ShapeAttempt(Optional.empty(), method + ": " + why);
    }
}
