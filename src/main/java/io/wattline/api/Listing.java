package io.wattline.api;

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

    private final String resource;
    private final int pageSize;
    private final ArrayNode rows = JSON.createArrayNode();
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

    /** Takes a page: {@code {"channels":[...],"meta":{"pageCount":..}}}; {@link BreakdownException} where it is not of that shape. */
    public void took(byte[] body) {
        JsonNode answer = parse(body);
        JsonNode list = answer.path(resource);
        JsonNode pageCount = answer.path("meta").path("pageCount");
        if (!list.isArray()) {
            throw new BreakdownException("list of " + resource + ", page " + page + ": no array '" + resource + "' in the answer; the list is not used");
        }
        list.forEach(rows::add);
        whole = list.isEmpty() || (pageCount.isMissingNode() ? list.size() < pageSize : page >= pageCount.asInt()) || page >= PAGES_MAX;
        requireAll(answer.path("meta").path("recordCount"));
    }

    private void requireAll(JsonNode recordCount) {
        if (whole && !recordCount.isMissingNode() && recordCount.asInt() > rows.size()) {
            throw new BreakdownException("list of " + resource + ": the source counts " + recordCount.asInt() + " rows and gave " + rows.size()
                    + "; the list is not used");
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new BreakdownException("list of " + resource + ", page " + page + ": not JSON: " + e.getMessage());
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
