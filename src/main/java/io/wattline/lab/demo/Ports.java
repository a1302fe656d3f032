package io.wattline.lab.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free ports of the loopback address. */
public final class Ports {

    private Ports() {
    }

    /** The wished port where it is free, else any free one; 0 wishes none. */
    public static int freeOr(int wished) {
        try (ServerSocket socket = new ServerSocket(wished, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wished == 0) {
                throw new UncheckedIOException("This machine has no free port", e);
            }
            return freeOr(0);
        }
    }
}
