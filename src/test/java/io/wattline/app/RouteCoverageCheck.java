package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.RouteFiles.Step;
import io.wattline.testing.RouteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs when all tests have run (pom.xml, execution route-coverage) and names the steps of routes that none of them
 * reached. It looks at what they noted, so it means something only at the end of a whole build.
 */
class RouteCoverageCheck {

    @Test
    void every_step_of_every_route_is_reached_by_a_test() throws IOException {
        Set<String> reached = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("target/reached-steps"))) {
            for (Path file : files.toList()) {
                reached.addAll(Files.readAllLines(file));
            }
        }
        assertThat(reached).as("written by the tests that run routes").isNotEmpty();
        assertThat(RouteFiles.steps().stream().filter(Step::isProcessor).filter(step -> !reached.contains(step.id())))
                .as("steps of routes that no test reaches").isEmpty();
    }
}
