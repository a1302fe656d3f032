package io.wattline.audit;

import java.util.Map;

/**
 * Something that somebody asked for.
 *
 * @param who     name given by the caller, not proven
 * @param via     the way it came
 * @param origin  address of the caller; null where there is none to know
 * @param action  what was asked for, verb last: {@code alert-acknowledge}
 * @param target  what it is done to, by number or name; null where it is about everything
 * @param details arguments, without secrets; null where there are none
 */
public record AuditEntry(String who, Via via, String origin, String action, String target, Map<String, Object> details) {

    /** The way something was asked for. */
    public enum Via { HTTP, JMX, CLI }

    /** What became of it. */
    public enum Outcome { DONE, REFUSED, FAILED }
}
