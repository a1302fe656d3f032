package io.wattline.http;

import io.wattline.anomaly.AnomalyActions;
import io.wattline.anomaly.DetectorBoard;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often the detectors of anomalies are right, and where they are less sensitive. */
final class DetectorsHandler implements OperationHandler {

    private final DetectorBoard board;
    private final AnomalyActions anomalies;

    DetectorsHandler(DetectorBoard board, AnomalyActions anomalies) {
        this.board = board;
        this.anomalies = anomalies;
    }

    @Override
    public ApiResponse handle(ApiOperation operation, Arguments arguments) {
        Long channel = arguments.number("channel");
        Integer id = channel == null ? null : Math.toIntExact(channel);
        return ApiResponse.json(Map.of("notJudged", anomalies.notJudged(),
                "items", board.lines(id).stream().map(DetectorsHandler::line).toList(),
                "raised", board.raised(id).stream().map(DetectorsHandler::raised).toList()));
    }

    private static Map<String, Object> line(DetectorBoard.Line line) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("detector", line.detector());
        item.put("measuredAt", text(line.measuredAt()));
        item.put("channelMonths", line.channelMonths());
        item.put("falseAlarmsPerMonth", line.falseAlarmsPerMonth());
        item.put("found", line.found());
        item.put("precision", line.precision());
        item.put("raisedChannels", line.raised());
        item.put("mutedChannels", line.muted());
        item.put("open", line.open());
        item.put("normal", line.normal());
        item.put("fault", line.fault());
        return item;
    }

    private static Map<String, Object> raised(DetectorBoard.Raised raised) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("channelId", raised.channelId());
        item.put("detector", raised.detector());
        item.put("from", raised.from().toString());
        item.put("effect", raised.effect());
        item.put("source", raised.source());
        item.put("reason", raised.reason());
        item.put("by", raised.by());
        return item;
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
