package io.wattline.source;

import java.util.List;

/**
 * Which field codes the source offers for a channel.
 *
 * @param offered all of them, in the source's order; empty where the source does not say
 * @param wanted  those that Wattline requests, in the same order
 */
public record FieldOffer(List<String> offered, List<String> wanted) {

    public FieldOffer {
        offered = List.copyOf(offered);
        wanted = List.copyOf(wanted);
    }
}
