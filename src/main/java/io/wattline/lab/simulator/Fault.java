package io.wattline.lab.simulator;

import java.util.EnumSet;
import java.util.Set;

/**
 * What can be wrong with the API, each to be switched alone. What is true of the real API at all times is no fault and
 * cannot be switched off: the firewall against bare library user agents, bins that start at {@code from}, null bins for
 * the future and for the time before installation, {@code Invalid Parameter} without fields or for a field that the
 * channel lacks, dead channels of the plant, the lock after failed log-ins, lists of 20 rows.
 */
public enum Fault {
    /** A session ends after {@link SimulatorSettings#tokenUses()} requests: it then gets 419 and 401 in turn. */
    TOKEN_EXPIRES(FaultKind.SESSION),
    /** Every tenth response carries a new token; the old one lives for a few requests more. */
    TOKEN_RENEWED(FaultKind.SESSION),
    /**
     * The right credentials are refused with 401 (a changed password); counts towards the lock. Not among {@link
     * #all()}: nothing could be read.
     */
    LOGIN_REFUSED(FaultKind.SESSION),
    /**
     * A firewall in front of the API answers every request with 403 and a page of HTML. Not among {@link #all()}:
     * nothing could be read.
     */
    FIREWALL(FaultKind.SESSION),

    /** 402 for the readings of one channel. */
    SUBSCRIPTION_ENDED(FaultKind.ONE_CHANNEL),
    /** 403 with an empty body for the readings of one channel. */
    FORBIDDEN(FaultKind.ONE_CHANNEL),
    /** One channel is in no list any more, and 404 by id. */
    CHANNEL_VANISHES(FaultKind.ONE_CHANNEL),
    /** One channel answers, but every value of every bin is null. */
    CHANNEL_ALL_NULL(FaultKind.ONE_CHANNEL),
    /** One channel sends power in an unknown unit. */
    UNKNOWN_UNIT(FaultKind.ONE_CHANNEL),
    /** One channel stands still: energy 0 or 0.000001 to 0.03 Wh a slot. */
    IDLE_NOISE(FaultKind.ONE_CHANNEL),
    /** The name of one channel changes. */
    CHANNEL_RENAMED(FaultKind.ONE_CHANNEL),
    /**
     * One channel lacks the last of the fields that its device type and OPTIONS offer: with it every request is a 500
     * {@code Invalid Parameter}.
     */
    FIELD_MISSING(FaultKind.ONE_CHANNEL),
    /** The responses of one channel name another time zone: its site is said to have moved. */
    TIME_ZONE_CHANGED(FaultKind.ONE_CHANNEL),

    /** 429, without a word on when to come back. */
    TOO_MANY_REQUESTS(FaultKind.PASSING),
    /** 429 with {@code Retry-After: 1}. */
    TOO_MANY_REQUESTS_RETRY_AFTER(FaultKind.PASSING),
    /** 500, the catch-all that passes. */
    SERVER_ERROR(FaultKind.PASSING),
    /** 503 with an HTML body. */
    UNAVAILABLE(FaultKind.PASSING),
    /** 409. */
    CONFLICT(FaultKind.PASSING),
    /** 412. */
    PRECONDITION_FAILED(FaultKind.PASSING),
    /** A maintenance page in HTML, with 200. */
    HTML_WITH_200(FaultKind.PASSING),
    /** 200 with nothing in it. */
    EMPTY_BODY(FaultKind.PASSING),
    /** JSON that ends in the middle; by turns with a connection that ends before the announced length. */
    CUT_OFF_BODY(FaultKind.PASSING),
    /** JSON with a string where a list belongs, a list where an object belongs. */
    WRONG_TYPES(FaultKind.PASSING),
    /** The connection ends without a response. */
    CONNECTION_RESET(FaultKind.PASSING),
    /** The right response, {@link SimulatorSettings#slowness()} late. */
    SLOW_ANSWER(FaultKind.PASSING),
    /** Nothing for {@link SimulatorSettings#silence()}, then the connection ends. */
    SILENCE(FaultKind.PASSING),

    /** 25 of 1000 slots hold nothing. */
    NULL_BINS(FaultKind.DATA),
    /** All channels of a gateway hold nothing for 1 to 153 hours, in most months (trap 9). */
    GATEWAY_GAP(FaultKind.DATA),
    /** The same gaps, and after one of 5 hours or more the first slot's energy is that of the whole gap (trap 4). */
    CATCH_UP_ENERGY(FaultKind.DATA),
    /** 50 of 1000 slots are null until up to {@link SimulatorSettings#lateness()} after their end. */
    LATE_DATA(FaultKind.DATA),
    /**
     * 50 of 1000 slots first show nine tenths of their energy and power, and change up to {@link
     * SimulatorSettings#lateness()} after their end.
     */
    CORRECTED_HISTORY(FaultKind.DATA),
    /**
     * The hour after the autumn change has no row; at sites in Copenhagen and New York the hour before holds the energy
     * of both (trap 8).
     */
    AUTUMN_CLOCK_CHANGE(FaultKind.DATA),
    /** 7 of 1000 slots hold an impossible reading ({@link ImpossibleReading}). */
    BAD_VALUES(FaultKind.DATA),

    /**
     * Windows longer than {@link SimulatorSettings#coarsenAfter()} come in bins of 1800 s, whatever was asked (trap 3).
     */
    SILENT_COARSENING(FaultKind.SHAPE),
    /**
     * Windows longer than {@link SimulatorSettings#coarsenAfter()} come from the 30-minute roll-up: two bins of 900 s
     * share its value, and nothing says so.
     */
    ROLL_UP(FaultKind.SHAPE),
    /**
     * 500 {@code Invalid Parameter} for windows longer than {@link SimulatorSettings#windowMax()} at 900 s, and in
     * proportion for others.
     */
    WINDOW_TOO_LONG(FaultKind.SHAPE),
    /** Records in no order. */
    UNSORTED(FaultKind.SHAPE),
    /** 40 of 1000 records come twice, by turns as a copy and as a row of nulls. */
    DOUBLED_RECORDS(FaultKind.SHAPE),
    /** Every second channel sends its numbers as strings. */
    NUMBERS_AS_STRINGS(FaultKind.SHAPE),
    /** Records carry a code, and a unit for it, that was not asked for and is in no catalogue. */
    UNKNOWN_FIELD(FaultKind.SHAPE),
    /** One channel in three sends kWh, kW and kVA, another MWh and kW. */
    OTHER_UNITS(FaultKind.SHAPE),
    /** JSON is called {@code text/html}. */
    WRONG_CONTENT_TYPE(FaultKind.SHAPE),
    /** {@code operatingHours} is a list instead of an object (trap 14). */
    OPERATING_HOURS_LIST(FaultKind.SHAPE),

    /** There is a resource {@code sensors} with one row, which there was not. */
    RESOURCE_ADDED(FaultKind.RESOURCES),
    /** There is no resource {@code customparameters} any more: 404. */
    RESOURCE_REMOVED(FaultKind.RESOURCES),
    /** Rows of {@code registrations} have a number where a string was, and a property more. */
    RESOURCE_CHANGED(FaultKind.RESOURCES);

    private final FaultKind kind;

    Fault(FaultKind kind) {
        this.kind = kind;
    }

    public FaultKind kind() {
        return kind;
    }

    /**
     * Every fault that a client can live with at the same time: all but {@link #LOGIN_REFUSED} and {@link #FIREWALL}.
     */
    public static Set<Fault> all() {
        return EnumSet.complementOf(EnumSet.of(LOGIN_REFUSED, FIREWALL));
    }
}
