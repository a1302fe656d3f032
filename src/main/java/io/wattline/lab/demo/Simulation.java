package io.wattline.lab.demo;

import java.time.Duration;
import java.util.List;

/** A running simulated API. */
public interface Simulation extends AutoCloseable {

    /** Its base URL, for {@code eniscope.api.url}. */
    String url();

    /** Does what is due so long after the back-fill, and says it, for people. */
    List<String> act(Duration sinceFilled);

    @Override
    void close();
}
