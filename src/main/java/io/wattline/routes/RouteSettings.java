package io.wattline.routes;

import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.nio.file.Path;
import java.util.List;

/** Where routes are edited. config/routes.yaml says what they may contain and reach. */
public record RouteSettings(
        @Setting(key = "routes.directory", fallback = "routes",
                meaning = "Folder of the route files. Without such a folder the routes of the program run.")
        Path directory,
        @Setting(key = "routes.last-good", fallback = "data/routes-last-good",
                meaning = "Folder with a copy of the routes that ran last. They run when routes/ has a mistake at a "
                        + "start.")
        Path lastGood,
        @Setting(key = "routes.http.hosts", optional = true,
                meaning = "Hosts that routes of your own may call by HTTP, separated by commas.")
        List<String> httpHosts) implements SettingsGroup {
}
