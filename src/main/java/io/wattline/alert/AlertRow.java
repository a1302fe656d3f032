package io.wattline.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** An alert as table {@code alerts} holds it; what is null there is null here. */
public record AlertRow(long id, String key, String rule, String severity, String state, String summary, String details,
        Instant startedAt, Instant firedAt,
                       @JsonProperty("toldAt") Instant notifiedAt, Instant resolvedAt, String acknowledgedBy,
                               String quietReason) {

    /** Whether it fires, acknowledged or not. */
    public boolean isFiring() {
        return state.equals("firing") || state.equals("acknowledged");
    }
}
