package io.wattline.cli;

import io.wattline.settings.Settings;
import io.wattline.settings.SettingsGroup;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A word after {@code wattline}; its call returns the exit code. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
abstract class Verb implements Callable<Integer> {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "NAME", defaultValue = "prod",
            description = "Settings of config/application-NAME.properties over config/application.properties "
                    + "(default: ${DEFAULT-VALUE}).")
    private String profile;

    private final CliContext context;

    Verb(CliContext context) {
        this.context = context;
    }

    CliContext context() {
        return context;
    }

    Terminal terminal() {
        return context.terminal();
    }

    /** The settings; nothing is wrong with those that the verb needs. */
    Settings settings(List<Class<? extends SettingsGroup>> needed) {
        return context.settings(profile, needed);
    }

    /** An error in what was typed. */
    ParameterException wrongUsage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    /**
     * The answer to a question that what was typed is part of: what is said of a wrong argument is said of what was
     * typed.
     */
    <T> T typed(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
    }
}
