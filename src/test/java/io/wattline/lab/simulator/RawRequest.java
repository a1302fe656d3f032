package io.wattline.lab.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends a request line just as it is written. */
record RawRequest(Simulator simulator) {

    /** The status line of the answer. */
    String get(String target) throws IOException {
        SimulatorSettings.Credentials credentials = simulator.settings().credentials();
        try (Socket socket = new Socket("127.0.0.1", URI.create(simulator.url()).getPort())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: "
                                    + "Wattline-test/1\r\nX-Eniscope-API: " + credentials.apiKey()
                                    + "\r\nAuthorization: " + Sessions.authorization(credentials)
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
