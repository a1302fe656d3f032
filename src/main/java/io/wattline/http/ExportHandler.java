package io.wattline.http;

import io.wattline.export.ExportFormat;
import io.wattline.export.ExportLimitException;
import io.wattline.export.ExportRequest;
import io.wattline.export.ExportResolution;
import io.wattline.export.Exports;
import io.wattline.reading.Interval;
import java.sql.SQLException;
import java.time.Instant;

/** Readings and energy of channels as a file. */
final class ExportHandler implements OperationHandler {

    private final Exports exports;

    ExportHandler(Exports exports) {
        this.exports = exports;
    }

    @Override
    public ApiResponse handle(ApiOperation operation, Arguments arguments) throws SQLException, ProblemException {
        Instant start = arguments.instant("start");
        Instant end = arguments.instant("end");
        if (!end.isAfter(start)) {
            throw ProblemException.of("end", "is not after start; allowed: later than " + start);
        }
        ExportFormat format = ExportFormat.of(arguments.text("format"));
        ExportResolution resolution = ExportResolution.of(arguments.text("resolution"));
        if (format == ExportFormat.ESPI && resolution != ExportResolution.SLOT) {
            throw ProblemException.of("resolution", "is " + resolution.word() + "; format espi allows: slot");
        }
        ExportRequest request = new ExportRequest(arguments.text("site"),
                arguments.<Long>list("channels").stream().map(Math::toIntExact).toList(), new Interval(start, end),
                resolution, arguments.list("columns"));
        try {
            return ApiResponse.file("wattline-" + resolution.word() + "." + format.ending(), format.mediaType(),
                    exports.open(request, format));
        } catch (ExportLimitException e) {
            throw ProblemException.busy(e.getMessage());
        }
    }
}
