package io.wattline.lab.simulator;

/**
 * A gateway, or a meter behind one.
 *
 * @param parentId the gateway of a meter; null for a gateway
 */
public record Device(int deviceId, Integer parentId, String name, DeviceType type, Site site) {

    String uuid() {
        return String.format("AABBCC00%08X", deviceId);
    }
}
