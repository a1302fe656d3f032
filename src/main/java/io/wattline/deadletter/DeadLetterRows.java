package io.wattline.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.reading.Batch;
import io.wattline.reading.CheckedPage;
import io.wattline.reading.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rejected readings as the parameters of {@code db/sql/dead-letters-keep.sql}. */
public final class DeadLetterRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String ruleSet;

    /** @param ruleSet version of the rules that judged them */
    public DeadLetterRows(String ruleSet) {
        this.ruleSet = ruleSet;
    }

    /** The rejected readings of a page, and what is set aside of accepted ones. */
    public Map<String, Object> of(CheckedPage page) {
        List<Rejected> all = new ArrayList<>(page.rejected());
        all.addAll(page.partial());
        return rows(all, page.window().runId());
    }

    /** The reading that the database has refused: the last one of the rejected. */
    public Map<String, Object> refused(Batch batch) {
        List<Rejected> rejected = batch.rejected();
        return rows(rejected.subList(rejected.size() - 1, rejected.size()), batch.window().runId());
    }

    private Map<String, Object> rows(List<Rejected> rejected, long runId) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run_id", runId);
        parameters.put("rule_set", ruleSet);
        parameters.put("stages", texts(rejected, Rejected::stage));
        parameters.put("channel_ids", rejected.stream().map(Rejected::channelId).toArray(Integer[]::new));
        parameters.put(
                "epochs",
                rejected.stream()
                        .map(each -> each.timestamp() == null
                                ? null
                                : each.timestamp().getEpochSecond())
                        .toArray(Long[]::new));
        parameters.put("rules", texts(rejected, Rejected::rule));
        parameters.put("reasons", texts(rejected, Rejected::reason));
        parameters.put("failures", texts(rejected, DeadLetterRows::failures));
        parameters.put("columns", texts(rejected, each -> each.isPartial() ? String.join(",", each.columns()) : null));
        parameters.put("payloads", texts(rejected, Rejected::payload));
        return parameters;
    }

    private static String failures(Rejected rejected) {
        try {
            return JSON.writeValueAsString(rejected.violations());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Channel " + rejected.channelId() + ", " + rejected.timestamp()
                            + ": the reasons cannot be written as JSON",
                    e);
        }
    }

    private static String[] texts(List<Rejected> rejected, Function<Rejected, String> text) {
        return rejected.stream().map(text).toArray(String[]::new);
    }
}
