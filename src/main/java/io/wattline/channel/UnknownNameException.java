package io.wattline.channel;

import io.wattline.settings.NearMiss;
import java.util.List;

/** Somebody named what does not exist. The message names the nearest that does. */
public final class UnknownNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;
    private static final int LISTED_MAX = 20;

    private final String argument;

    /** @param argument that held the name, such as {@code rule} */
    public UnknownNameException(String argument, String message) {
        super(message);
        this.argument = argument;
    }

    /** @param kind such as {@code alert rule} */
    public static UnknownNameException of(String argument, String kind, String name, List<String> known) {
        String near = NearMiss.nearest(name, known).map(found -> "; did you mean " + found + "?").orElse("; allowed: "
                + (known.isEmpty() ? "none is known yet" : String.join(", ", known.subList(0,
                Math.min(LISTED_MAX, known.size()))) + (known.size() > LISTED_MAX ? ", ..." : "")));
        return new UnknownNameException(argument, kind + " '" + name + "' does not exist" + near
                + (near.endsWith("?") ? " Nothing was done." : ". Nothing was done."));
    }

    public String argument() {
        return argument;
    }
}
