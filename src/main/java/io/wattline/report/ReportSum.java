package io.wattline.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** An energy of a report with what it is made of. */
record ReportSum(JsonNode node) {

    /** In kWh; null where nothing is known. */
    BigDecimal kwh() {
        return ReportFigures.decimal(node.path("energy_kwh"));
    }

    /** Whether a reading was due. */
    boolean isDue() {
        return node.path("due").asLong() > 0;
    }

    /** Share of the readings that are due, 0 to 1; 0 where none is. Parts: measured, estimated, suspect, missing. */
    double share(String part) {
        double due = node.path("due").asDouble();
        return due == 0 ? 0 : node.path(part).asDouble() / due;
    }

    /** Share of the energy that is estimated, 0 to 1. */
    double estimatedEnergy() {
        double all = node.path("energy_kwh").asDouble();
        return all == 0 ? 0 : node.path("estimated_kwh").asDouble() / all;
    }

    boolean isSame(ReportSum other) {
        BigDecimal mine = kwh();
        BigDecimal theirs = other.kwh();
        return mine == null ? theirs == null : theirs != null && mine.compareTo(theirs) == 0;
    }

    boolean isPartial() {
        return node.path("partial").asBoolean();
    }
}
