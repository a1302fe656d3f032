package io.wattline.yaml;

/**
 * A file of settings that cannot be used. The message names file, line, what was found and what is allowed; nothing of
 * the file is in force.
 */
public final class YamlFileException extends RuntimeException {

    private final int line;
    private final String found;
    private final String allowed;

    /** A file that cannot be read as YAML; {@code line} is 0 where nobody knows it. */
    YamlFileException(String message, int line, String found, Throwable cause) {
        super(message, cause);
        this.line = line;
        this.found = found;
        this.allowed = "valid YAML, each list element and each key on a line of its own, indented by spaces";
    }

    YamlFileException(String file, int line, String found, String allowed, Throwable cause) {
        super(file + ", line " + line + ": found " + found + "; allowed: " + allowed + "; nothing of the file was "
                + "loaded", cause);
        this.line = line;
        this.found = found;
        this.allowed = allowed;
    }

    /** Where it stands, from 1; 0 where nobody knows it. */
    public int line() {
        return line;
    }

    public String found() {
        return found;
    }

    public String allowed() {
        return allowed;
    }
}
