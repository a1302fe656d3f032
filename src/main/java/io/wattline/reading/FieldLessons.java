package io.wattline.reading;

import java.util.List;
import java.util.Optional;

/**
 * What a poll finds out about a channel's fields: what the source says it offers, and, where that is refused all the
 * same, what it really has. Each once a poll.
 */
public final class FieldLessons {

    private final PollState before;
    private final List<String> core;
    private List<String> fields;
    private boolean proven;
    private boolean offerAsked;
    private boolean wantsOffer;
    private boolean searched;
    private FieldSearch search;

    public FieldLessons(PollState before, List<String> deviceTypeFields, List<String> core) {
        this.before = before;
        this.core = core;
        this.proven = before.fieldsProven();
        List<String> known = before.fields() == null ? deviceTypeFields : before.fields();
        this.fields = known.isEmpty() ? core : List.copyOf(known);
    }

    /** The fields to ask for; never empty. */
    public List<String> fields() {
        return fields;
    }

    /** Whether the source has answered with these fields. */
    public boolean proven() {
        return proven;
    }

    /** The fields to remember; null where the device type's are still to be tried. */
    public List<String> toRemember() {
        return proven || before.fields() != null ? fields : null;
    }

    public boolean wantsOffer() {
        return wantsOffer;
    }

    /** The fields to try now; empty where nothing is to be found out. */
    public Optional<List<String>> trial() {
        return search == null ? Optional.empty() : search.group();
    }

    /** They were refused: wants to know what is offered. False where that is known, or they have worked. */
    public boolean askForOffer() {
        if (proven || offerAsked) {
            return false;
        }
        offerAsked = true;
        wantsOffer = true;
        return true;
    }

    public void offered(List<String> offer) {
        wantsOffer = false;
        List<String> both = fields.stream().filter(offer::contains).toList();
        fields = offer.isEmpty() ? fields : List.copyOf(both.isEmpty() ? offer : both);
        if (searched) {
            search = new FieldSearch(fields, core);
        }
    }

    /**
     * They were refused even for the shortest window: begins the search, with the offer first, which may have changed.
     * False where it was done in this poll.
     */
    public boolean search() {
        if (searched) {
            return false;
        }
        proven = false;
        if (!askForOffer()) {
            search = new FieldSearch(fields, core);
        }
        searched = true;
        return true;
    }

    /** The same without asking for the offer. */
    public void searchAtOnce() {
        offerAsked = true;
        search();
    }

    /** The trial was answered, or refused. */
    public void tried(boolean answered) {
        if (answered) {
            search.answered();
        } else {
            search.refused();
        }
        if (search.group().isEmpty() && !search.found().isEmpty()) {
            fields = search.found();
            proven = true;
        }
    }

    public void worked() {
        proven = true;
    }
}
