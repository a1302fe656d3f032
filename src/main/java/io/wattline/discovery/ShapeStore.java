package io.wattline.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.database.Sql;
import java.util.Map;
import java.util.TreeMap;

/** Table {@code channel_shapes}. */
public final class ShapeStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sql sql;

    public ShapeStore(Sql sql) {
        this.sql = sql;
    }

    /** The known form of the channel's responses; null before the first. */
    ChannelShape find(int channelId) {
        return sql
                .all(
                        "select time_zone, resolution_seconds, fields::text from channel_shapes where channel_id = ?"
                                + " and fields <> '{}'",
                        row -> new ChannelShape(
                                row.getString(1), row.getObject(2, Integer.class), fields(row.getString(3))),
                        channelId)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The column {@code fields}. */
    static String json(ChannelShape shape) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(shape.fields()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always JSON", e);
        }
    }

    static Map<String, ChannelShape.Known> fields(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, ChannelShape.Known>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Table channel_shapes has an unreadable form of a response: " + e.getOriginalMessage(), e);
        }
    }
}
