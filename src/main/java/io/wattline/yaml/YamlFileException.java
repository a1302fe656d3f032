package io.wattline.yaml;

/** A file of settings that cannot be used. The message names file, line, what was found and what is allowed; nothing of the file is in force. */
public final class YamlFileException extends RuntimeException {

    public YamlFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
