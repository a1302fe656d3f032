package io.wattline.eniscope;

/** Begins walks through list resources. */
public final class Listings {

    private final int pageSize;

    /** @param pageSize rows of one page, 1 to 100 (the vendor's limit) */
    public Listings(int pageSize) {
        if (pageSize < 1 || pageSize > 100) {
            throw new IllegalArgumentException("metadata.page-size is " + pageSize + "; allowed: 1 to 100; change it in config/application.properties");
        }
        this.pageSize = pageSize;
    }

    public Listing of(String resource) {
        return new Listing(resource, pageSize);
    }

    public void take(Listing listing, byte[] body) {
        listing.took(body);
    }
}
