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

/** A verb of {@code wattline}; {@code call} returns the exit code. */
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
            description = "Name of a profile: config/application-NAME.properties overrides "
                    + "config/application.properties "
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

    /** The settings, checked as far as the verb needs them. */
    Settings settings(List<Class<? extends SettingsGroup>> needed) {
        return context.settings(profile, needed);
    }

    /** A usage error: exit code 2, with the verb's help. */
    ParameterException wrongUsage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    /**
     * Runs a call with arguments that were typed; an {@link IllegalArgumentException} becomes a usage error.
     */
    void typed(Runnable question) {
        typed(() -> {
            question.run();
            return null;
        });
    }

    /** The same with an answer. */
    <T> T typed(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
    }
}
