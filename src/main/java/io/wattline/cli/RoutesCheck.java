package io.wattline.cli;

import io.wattline.routes.Complaint;
import io.wattline.routes.RouteSettings;
import io.wattline.routes.RouteTexts;
import io.wattline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks routes before they run. */
@Command(name = "check", description = "Checks routes and reports every error with file "
        + "and line. A running service refuses an edit with errors.")
final class RoutesCheck extends ReportingVerb {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Edited files, each replacing the file of the same "
            + "name in routes/ (default: the files in routes/).")
    private List<Path> files = List.of();

    RoutesCheck(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Settings settings = settings(List.of());
        Map<Path, String> texts = edited(this, settings, files);
        List<Complaint> complaints = context().launcher().checkRoutes(settings, texts);
        report(new Checked(texts.size(), complaints), () -> {
            complaints.forEach(each -> terminal().line(each.text()));
            terminal()
                    .line(
                            complaints.isEmpty()
                                    ? texts.size() + " route files, no error."
                                    : complaints.size() + " error(s); a running service refuses this edit.");
        });
        return complaints.isEmpty() ? DONE : FAILED;
    }

    /**
     * The routes that a start would run, those of {@code routes.directory} or, without it, of the jar, with files in
     * the place of those of the same name.
     */
    static Map<Path, String> edited(Verb verb, Settings settings, List<Path> files) {
        Path folder = settings.of(RouteSettings.class).directory();
        Map<Path, String> texts = new TreeMap<>(RouteTexts.inForce(folder));
        for (Path file : files) {
            if (!file.getFileName().toString().endsWith(".camel.yaml")) {
                throw verb.wrongUsage(file + " is not a route file; allowed: names that end in .camel.yaml");
            }
            try {
                texts.put(folder.resolve(file.getFileName()), Files.readString(file));
            } catch (IOException e) {
                throw verb.wrongUsage(file + " cannot be read (" + e + "); allowed: route files in UTF-8");
            }
        }
        if (texts.isEmpty()) {
            throw verb.wrongUsage("There are no routes in " + folder + "; allowed: a folder with files *.camel.yaml, "
                    + "or FILEs");
        }
        return texts;
    }

    /** The result of the check. */
    record Checked(int files, List<Complaint> complaints) {
    }
}
