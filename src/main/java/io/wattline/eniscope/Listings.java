package io.wattline.eniscope;

import io.wattline.source.SourceResponse;

/** Makes and fills {@link Listing}s. */
public final class Listings {

    private final int pageSize;

    /** @param pageSize rows of a page */
    public Listings(int pageSize) {
        this.pageSize = pageSize;
    }

    public Listing of(String resource) {
        return new Listing(resource, pageSize);
    }

    public void add(Listing listing, SourceResponse page) {
        listing.add(page.body());
    }
}
