package io.wattline.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Channels of one site taken together. */
final class Sites {

    private Sites() {
    }

    /** The site of these channels, which are all of it. */
    static ScoredSubject of(List<ScoredSubject> channels) {
        ScoredSubject first = channels.get(0);
        Map<String, OpenFindings> findings = new LinkedHashMap<>();
        Map<String, RuleNotRun> notRun = new LinkedHashMap<>();
        for (ScoredSubject channel : channels) {
            channel.findings().forEach(open -> findings.merge(open.rule() + open.severity(), open,
                    (one, other) -> new OpenFindings(one.rule(), one.severity(), one.count() + other.count())));
            channel.rulesNotRun().forEach(rule -> notRun.merge(rule.rule(), rule, (one, other) -> one.missing() ? one : other));
        }
        QualityFigures figures = channels.stream().map(ScoredSubject::figures).reduce(QualityFigures.NONE, QualityFigures::plus);
        return new ScoredSubject(first.siteId(), first.site(), first.site(), first.siteId(), figures, List.copyOf(findings.values()), List.copyOf(notRun.values()));
    }
}
