package io.wattline.routes;

import io.wattline.settings.Setting;
import io.wattline.settings.SettingsGroup;
import java.nio.file.Path;

/** Where routes are edited. config/routes.yaml says what they may reach. */
public record RouteSettings(
        @Setting(key = "routes.directory", fallback = "routes",
                meaning = "Folder of the route files. Without such a folder the routes of the program run.")
        Path directory) implements SettingsGroup {
}
