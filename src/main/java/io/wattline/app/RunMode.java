package io.wattline.app;

/** How a service runs. */
public enum RunMode {
    /** With timers and HTTP, until the process is stopped. */
    TIMERS,
    /** Without timers and HTTP, for a command that does its work once. */
    ONCE
}
