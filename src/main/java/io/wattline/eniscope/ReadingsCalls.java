package io.wattline.eniscope;

import io.wattline.reading.Page;
import io.wattline.reading.Window;
import io.wattline.source.SourceRequest;
import io.wattline.source.SourceResponse;

/** Reads the readings of a window from {@code GET /readings/{channel}}. */
public final class ReadingsCalls {

    private final EniscopeFormat format;

    public ReadingsCalls(EniscopeFormat format) {
        this.format = format;
    }

    public SourceRequest request(Window window) {
        return ReadingsRequest.of(window);
    }

    public Page page(SourceResponse response, Window window) {
        return format.page(response.body(), window);
    }
}
