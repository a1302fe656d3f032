package io.wattline.energy;

import java.util.List;

/**
 * A virtual meter of {@code config/virtual-meters.yaml}: the sum of some channels less the sum of others.
 *
 * @param key         its name in the file
 * @param name        for people
 * @param site        id of the site on whose page it stands
 * @param description for people; null where there is none
 */
record VirtualMeter(String key, String name, String site, String description, List<Part> parts) {

    /**
     * One channel of it.
     *
     * @param factor 1 = added, -1 = subtracted
     */
    record Part(int channel, int factor) {}
}
