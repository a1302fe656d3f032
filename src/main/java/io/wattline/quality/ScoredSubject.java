package io.wattline.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A channel, or a site with all of its channels, that is graded.
 *
 * @param id          channel or organization id
 * @param name        as the source has it
 * @param site        name of the site
 * @param siteId      organization of the site; null where it is unknown
 * @param figures     counts over the graded days
 * @param findings    open findings
 * @param rulesNotRun checks without a current result
 */
public record ScoredSubject(
        String id,
        String name,
        String site,
        String siteId,
        QualityFigures figures,
        List<FindingCount> findings,
        List<CheckNotRun> rulesNotRun) {

    public ScoredSubject {
        findings = List.copyOf(findings);
        rulesNotRun = List.copyOf(rulesNotRun);
    }

    /** The site of these channels, which are all of its channels. */
    static ScoredSubject siteOf(List<ScoredSubject> channels) {
        ScoredSubject first = channels.get(0);
        Map<String, FindingCount> findings = new LinkedHashMap<>();
        Map<String, CheckNotRun> notRun = new LinkedHashMap<>();
        for (ScoredSubject channel : channels) {
            channel.findings().forEach(open -> findings.merge(open.rule() + open.severity(), open,
                    (one, other) -> new FindingCount(one.rule(), one.severity(), one.count() + other.count())));
            channel.rulesNotRun()
                    .forEach(rule -> notRun.merge(rule.rule(), rule, (one, other) -> one.missing() ? one : other));
        }
        QualityFigures figures =
                channels.stream().map(ScoredSubject::figures).reduce(QualityFigures.NONE, QualityFigures::plus);
        return new ScoredSubject(
                first.siteId(),
                first.site(),
                first.site(),
                first.siteId(),
                figures,
                List.copyOf(findings.values()),
                List.copyOf(notRun.values()));
    }
}
