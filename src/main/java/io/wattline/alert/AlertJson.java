package io.wattline.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.wattline.json.Jsonb;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Alerts and messages as JSON, in tables, in the spool and in requests. An instant is an ISO 8601 text. */
final class AlertJson {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance)
            .addDeserializer(Instant.class, new InstantReader()));

    private AlertJson() {
    }

    /** JSON that a {@code jsonb} column accepts. */
    static String write(Object value) {
        try {
            return Jsonb.fit(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON about alerts cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {

        private static final long serialVersionUID = 1;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return OffsetDateTime.parse(value).toInstant();
        }
    }
}
