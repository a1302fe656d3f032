package io.wattline.reading;

import java.util.List;

/**
 * A page of which every reading has been accepted or rejected.
 *
 * @param retrieval who reads the page, and the page as it came
 * @param checked   its readings
 */
public record CheckedPage(Retrieval retrieval, Checked checked) {

    public Page page() {
        return retrieval.page();
    }

    public Window window() {
        return retrieval.window();
    }

    public List<Reading> accepted() {
        return checked.accepted();
    }

    public List<Rejected> rejected() {
        return checked.rejected();
    }

    /** What is set aside of accepted readings. */
    public List<Rejected> partial() {
        return checked.partial();
    }

    /** The same page with another result. */
    public CheckedPage with(Checked result) {
        return new CheckedPage(retrieval, result);
    }
}
