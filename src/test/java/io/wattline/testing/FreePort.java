package io.wattline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of this machine at which nobody listens, for a server that cannot take port 0, or for nobody at all. It is
 * below those that the system hands out (from 32768 on Linux), so that no connection of another test has it when its
 * server starts.
 */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int END = 32_000;

    private FreePort() {
    }

    public static int next() {
        try {
            while (true) {
                int port = ThreadLocalRandom.current().nextInt(FIRST, END);
                if (isFree(port)) {
                    return port;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (java.net.BindException e) {
            return false;
        }
    }
}
