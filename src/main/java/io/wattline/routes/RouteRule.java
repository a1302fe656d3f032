package io.wattline.routes;

import java.util.List;

/** Something that routes files must keep to. */
interface RouteRule {

    /** Complaints about all files together. */
    List<Complaint> complaints(List<RouteFile> files);

    /** Whether it limits what routes may do. Nothing is made of a file that breaks such a rule. */
    default boolean isLimit() {
        return false;
    }
}
