package io.wattline.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Properties of a host name. */
public final class Hosts {

    private Hosts() {
    }

    /** Whether only this machine can reach it; an unknown one counts as open. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
