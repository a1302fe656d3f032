package io.wattline.cli;

import picocli.CommandLine.Option;

/** A verb whose result programs can read. */
abstract class ReportingVerb extends Verb {

    @Option(names = "--json", description = "Write one JSON document instead of text.")
    private boolean json;

    ReportingVerb(CliContext context) {
        super(context);
    }

    boolean isJson() {
        return json;
    }

    /** Writes the report, for programs or for people. */
    void report(Object document, Runnable forPeople) {
        if (json) {
            terminal().document(JsonOutput.write(document));
        } else {
            forPeople.run();
        }
    }
}
