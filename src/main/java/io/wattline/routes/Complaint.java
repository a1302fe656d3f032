package io.wattline.routes;

import io.wattline.yaml.YamlFileException;
import io.wattline.yaml.YamlValue;
import java.util.Comparator;

/**
 * What is wrong at one place of a routes file.
 *
 * @param file name of the file, such as {@code readings.camel.yaml}; {@code routes} where no file is to blame
 * @param line from 1; 0 where no line is to blame
 */
public record Complaint(String file, int line, String found, String allowed) implements Comparable<Complaint> {

    private static final Comparator<Complaint> ORDER = Comparator.comparing(Complaint::file)
            .thenComparingInt(Complaint::line)
            .thenComparing(Complaint::found);

    static Complaint at(RouteFile file, YamlValue place, String found, String allowed) {
        return new Complaint(file.name(), place.line(), found, allowed);
    }

    /** About a file that cannot be read. */
    static Complaint of(String file, YamlFileException unreadable) {
        return new Complaint(file, Math.max(1, unreadable.line()), unreadable.found(), unreadable.allowed());
    }

    /** In one line. */
    public String text() {
        return file + (line == 0 ? "" : ", line " + line) + ": " + found + "; allowed: " + allowed;
    }

    @Override
    public int compareTo(Complaint other) {
        return ORDER.compare(this, other);
    }
}
