package io.wattline.forecast.method;

/**
 * What a forecast is about.
 *
 * @param key       such as {@code channel:61001}, {@code site:23272}, {@code gateway:5001} or {@code disk}
 * @param name      for people
 * @param channelId null where it is no channel
 * @param siteId    null where it belongs to no site
 */
public record Subject(String key, String name, Integer channelId, String siteId) {

    /** A part of Wattline itself, such as {@code disk}. */
    public static Subject part(String key, String name) {
        return new Subject(key, name, null, null);
    }
}
