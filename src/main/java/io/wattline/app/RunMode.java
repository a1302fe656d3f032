package io.wattline.app;

/** How a service runs. */
public enum RunMode {
    /** With timers and HTTP, until it is stopped. */
    TIMERS,
    /** Without them, for a command that does its work once. */
    ONCE
}
