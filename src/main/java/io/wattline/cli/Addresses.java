package io.wattline.cli;

import io.wattline.settings.Settings;

/** Addresses for people to open. */
final class Addresses {

    private Addresses() {
    }

    static String http(Settings settings) {
        String host = settings.text("wattline.http.host");
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.text("wattline.http.port");
    }
}
