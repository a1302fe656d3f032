package io.wattline.cli;

import picocli.CommandLine.Option;

/** A verb with option {@code --json}. */
abstract class ReportingVerb extends Verb {

    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean json;

    ReportingVerb(CliContext context) {
        super(context);
    }

    boolean isJson() {
        return json;
    }

    /** Prints the report as JSON or as text. */
    void report(Object document, Runnable forPeople) {
        if (json) {
            terminal().document(JsonOutput.write(document));
        } else {
            forPeople.run();
        }
    }
}
