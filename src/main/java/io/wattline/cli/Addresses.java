package io.wattline.cli;

import io.wattline.http.HttpSettings;
import io.wattline.settings.Settings;

/** URLs that are printed for people to open. */
final class Addresses {

    private Addresses() {
    }

    static String http(Settings settings) {
        HttpSettings http = settings.of(HttpSettings.class);
        return "http://" + (http.host().contains(":") ? "[" + http.host() + "]" : http.host()) + ":" + http.port();
    }
}
