package io.wattline.eniscope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.wattline.source.SourceRequest;
import io.wattline.source.UnusableListException;
import java.io.IOException;

/**
 * The pages of a list resource, requested until the list is whole. A request without paging gets 20 rows at most. For
 * one thread.
 */
public final class Listing {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** More than any account has; a source that always announces one more page must not be requested for ever. */
    private static final int PAGES_MAX = 10_000;

    /**
     * Rows of a page where the source ignores the limit: without a count of pages, a page of this size may not be the
     * last.
     */
    private static final int PAGE_SIZE_OF_SOURCE = 20;

    private final String resource;
    private final int pageSize;
    private final ArrayNode rows = JSON.createArrayNode();
    /** A source that does not page sends the same rows again. */
    private JsonNode last;
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
     * another form.
     */
    public void add(byte[] body) {
        JsonNode response = parse(body);
        JsonNode list = response.path(resource);
        JsonNode pageCount = response.path("meta").path("pageCount");
        if (!list.isArray()) {
            throw new UnusableListException("list of " + resource + ", page " + page + ": the response has no array '"
                    + resource + "'; the list is not used");
        }
        boolean more = !list.isEmpty() && !list.equals(last);
        if (more) {
            list.forEach(rows::add);
        }
        last = list;
        boolean isLast = pageCount.isMissingNode()
                ? list.size() < Math.min(pageSize, PAGE_SIZE_OF_SOURCE)
                : page >= pageCount.asInt();
        whole = !more || isLast || page >= PAGES_MAX;
        requireAll(response.path("meta").path("recordCount"));
    }

    private void requireAll(JsonNode recordCount) {
        if (whole && !recordCount.isMissingNode() && recordCount.asInt() > rows.size()) {
            throw new UnusableListException("list of " + resource + ": the source counts " + recordCount.asInt()
                    + " rows and sent " + rows.size() + "; the list is not used");
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UnusableListException("list of " + resource + ", page " + page + ": not JSON: " + e.getMessage());
        }
    }

    public String resource() {
        return resource;
    }

    /** All rows as one JSON array, as they came. */
    public String rows() {
        return rows.toString();
    }

    public int count() {
        return rows.size();
    }
}
