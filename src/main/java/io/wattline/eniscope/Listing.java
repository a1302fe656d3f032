package io.wattline.eniscope;

import io.wattline.source.SourceRequest;
import io.wattline.source.UnusableListException;
import java.io.IOException;

/**
 * The pages of a list resource, requested until the list is whole. A request without paging gets 20 rows at most. For
 * one thread.
 */
public final class Listing {

    /** Some 8,000 channels: a row has about 1,000 characters. */
    private static final int LENGTH_MAX = 8 * 1024 * 1024;
    /** More than any account has; a source that always announces one more page must not be requested for ever. */
    private static final int PAGES_MAX = 10_000;

    /**
     * Rows of a page where the source ignores the limit: without a count of pages, a page of this size may not be the
     * last.
     */
    private static final int PAGE_SIZE_OF_SOURCE = 20;

    private final String resource;
    private final int pageSize;
    private final StringBuilder rows = new StringBuilder();
    private int count;
    /** A source that does not page sends the same rows again. */
    private String last;
    private int page;
    private boolean whole;

    public Listing(String resource, int pageSize) {
        this.resource = resource;
        this.pageSize = pageSize;
    }

    public boolean hasNext() {
        return !whole;
    }

    public SourceRequest next() {
        page++;
        String query = SourceRequest.parameter("limit", pageSize) + "&" + SourceRequest.parameter("page", page);
        return SourceRequest.get(resource, query, "list of " + resource + ", page " + page);
    }

    /**
     * Adds a page: {@code {"channels":[...],"meta":{"pageCount":..}}}; {@link UnusableListException} where it has
     * another form, or where the list has become larger than any account's.
     */
    public void add(byte[] body) {
        ListPage next = parse(body);
        if (next.count() < 0) {
            throw new UnusableListException("list of " + resource + ", page " + page + ": the response has no array '"
                    + resource + "'; the list is not used");
        }
        boolean more = next.count() > 0 && !next.rows().equals(last);
        if (more) {
            append(next);
        }
        last = next.rows();
        boolean isLast = next.pageCount() == null
                ? next.count() < Math.min(pageSize, PAGE_SIZE_OF_SOURCE)
                : page >= next.pageCount();
        whole = !more || isLast || page >= PAGES_MAX;
        requireAll(next.recordCount());
    }

    private void append(ListPage next) {
        rows.append(count == 0 ? "" : ",").append(next.rows());
        count += next.count();
        if (rows.length() > LENGTH_MAX) {
            throw new UnusableListException("list of " + resource + ", page " + page + ": the list is over "
                    + LENGTH_MAX + " characters; the rest is not requested and the list is not used");
        }
    }

    private void requireAll(Integer recordCount) {
        if (whole && recordCount != null && recordCount > count) {
            throw new UnusableListException("list of " + resource + ": the source counts " + recordCount
                    + " rows and sent " + count + "; the list is not used");
        }
    }

    private ListPage parse(byte[] body) {
        try {
            return ListPage.read(body, resource);
        } catch (IOException e) {
            throw new UnusableListException("list of " + resource + ", page " + page + ": not JSON: " + e.getMessage());
        }
    }

    public String resource() {
        return resource;
    }

    /** All rows as one JSON array. Long texts are cut, see {@link ListPage}. */
    public String rows() {
        return "[" + rows + "]";
    }

    public int count() {
        return count;
    }
}
