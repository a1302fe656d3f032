package io.wattline.routes;

import java.util.List;

/** A rule that route files must follow. */
interface RouteRule {

    /** Complaints about all files together. */
    List<Complaint> complaints(List<RouteFile> files);

    /** Whether it limits what routes may do. Nothing is built from a file that breaks such a rule. */
    default boolean isLimit() {
        return false;
    }
}
