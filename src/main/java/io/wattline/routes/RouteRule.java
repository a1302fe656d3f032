package io.wattline.routes;

import java.util.List;

/** Something that routes files must keep to. */
interface RouteRule {

    /** Complaints about all files together. */
    List<Complaint> complaints(List<RouteFile> files);
}
