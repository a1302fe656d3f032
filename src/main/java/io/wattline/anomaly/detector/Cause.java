package io.wattline.anomaly.detector;

/** What an anomaly is taken for. */
public enum Cause {
    /** The meter, its wiring or its clock: the readings do not say what was used. */
    METER,
    /** Use has changed: the readings are right. */
    OPERATION,
    /** The figures do not tell. */
    UNKNOWN
}
