package io.wattline.alert;

/** Which measures an evaluation covers. */
public enum EvaluationScope {
    /** All: also what this process knows of itself, such as its timers. */
    ALL,
    /** Only what the database holds: for a process that does not do the work of the service. */
    STORED
}
