package io.wattline.alert;

/** A condition that cannot be read: what was found, and what is allowed. */
final class ConditionException extends IllegalArgumentException {

    private final String found;
    private final String allowed;

    ConditionException(String found, String allowed) {
        super("found " + found + "; allowed: " + allowed);
        this.found = found;
        this.allowed = allowed;
    }

    String found() {
        return found;
    }

    String allowed() {
        return allowed;
    }
}
