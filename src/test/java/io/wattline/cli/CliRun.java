package io.wattline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.app.Launcher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** One call of the command line, and what it wrote. */
record CliRun(int exitCode, String out, String err) {

    static CliRun of(Launcher launcher, Path home, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new Cli(
                        launcher, home, environment, new PrintWriter(out, true), new PrintWriter(err, true), false)
                .execute(arguments);
        return new CliRun(exitCode, out.toString(), err.toString());
    }

    /** All of stdout as one JSON document; anything beside it is an error. */
    JsonNode json() {
        try {
            return new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not one JSON document: " + out, e);
        }
    }
}
