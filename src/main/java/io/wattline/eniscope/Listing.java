package io.wattline.eniscope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;

/**
 * A list resource, asked for page by page until it is whole: lists that are not paged lose everything past 20 rows.
 * One walk of one thread.
 */
public final class Listing {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** No account has so many pages of 100; a source that always says "one more" must not be asked for ever. */
    private static final int PAGES_MAX = 10_000;

    /** What the vendor gives where it does not go by the limit: without a count of pages, a page of so many rows may not be the last. */
    private static final int PAGE_SIZE_OF_SOURCE = 20;

    private final String resource;
    private final int pageSize;
    private final ArrayNode rows = JSON.createArrayNode();
    /** A source that does not page gives the same again. */
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

    public ApiRequest next() {
        page++;
        String query = ApiRequest.parameter("limit", pageSize) + "&" + ApiRequest.parameter("page", page);
        return ApiRequest.get(resource, query, "list of " + resource + ", page " + page);
    }

    /** Takes a page: {@code {"channels":[...],"meta":{"pageCount":..}}}; {@link UnusableListException} where it is not of that shape. */
    public void took(byte[] body) {
        JsonNode answer = parse(body);
        JsonNode list = answer.path(resource);
        JsonNode pageCount = answer.path("meta").path("pageCount");
        if (!list.isArray()) {
            throw new UnusableListException("list of " + resource + ", page " + page + ": no array '" + resource + "' in the answer; the list is not used");
        }
        boolean more = !list.isEmpty() && !list.equals(last);
        if (more) {
            list.forEach(rows::add);
        }
        last = list;
        whole = !more || (pageCount.isMissingNode() ? list.size() < Math.min(pageSize, PAGE_SIZE_OF_SOURCE) : page >= pageCount.asInt()) || page >= PAGES_MAX;
        requireAll(answer.path("meta").path("recordCount"));
    }

    private void requireAll(JsonNode recordCount) {
        if (whole && !recordCount.isMissingNode() && recordCount.asInt() > rows.size()) {
            throw new UnusableListException("list of " + resource + ": the source counts " + recordCount.asInt() + " rows and gave " + rows.size()
                    + "; the list is not used");
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
