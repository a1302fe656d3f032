package io.wattline.estimation;

/** One way to give a gap a shape. */
interface Method {

    Attempt tryAt(OpenGap gap, Neighbourhood around);
}
