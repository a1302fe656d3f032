package io.wattline.estimation;

/** A method that gives a gap a shape. */
interface EstimationMethod {

    ShapeAttempt tryAt(OpenGap gap, Neighbourhood around);
}
