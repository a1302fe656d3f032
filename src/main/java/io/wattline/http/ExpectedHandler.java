package io.wattline.http;

import io.wattline.anomaly.ExpectedBand;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The band of energy that the detectors of anomalies expect of a channel. */
final class ExpectedHandler implements OperationHandler {

    private static final Duration RANGE_MAX = Duration.ofDays(121);

    private final ExpectedBand band;

    ExpectedHandler(ExpectedBand band) {
        this.band = band;
    }

    @Override
    public ApiResponse handle(ApiOperation operation, Arguments arguments) throws ProblemException {
        Instant start = arguments.instant("start");
        Instant end = arguments.instant("end");
        if (!end.isAfter(start) || Duration.between(start, end).compareTo(RANGE_MAX) > 0) {
            throw ProblemException.of("end", "is " + end + "; allowed: later than " + start + ", by 120 days at most");
        }
        int id = Math.toIntExact(arguments.number("id"));
        ExpectedBand.Band found = band.of(id, start, end, arguments.text("step").equals("hour"))
                .orElseThrow(() -> new ProblemException(404, "Channel " + id + " does not exist"));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("channelId", found.channelId());
        content.put("intervalSeconds", found.intervalSeconds());
        content.put("items", found.slots().stream().map(ExpectedHandler::item).toList());
        return ApiResponse.json(content);
    }

    private static Map<String, Object> item(ExpectedBand.Slot slot) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("timestamp", slot.start().toString());
        item.put("expectedKwh", slot.expectedKwh());
        item.put("lowKwh", slot.lowKwh());
        item.put("highKwh", slot.highKwh());
        return item;
    }
}
