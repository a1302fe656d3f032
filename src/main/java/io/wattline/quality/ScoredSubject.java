package io.wattline.quality;

import java.util.List;

/**
 * What is graded: a channel, or a site with all of its channels.
 *
 * @param id          channel or organization id
 * @param name        as the vendor has it: data
 * @param site        name of the site
 * @param siteId      organization of the site; null where none is known
 * @param figures     what was counted
 * @param findings    open findings
 * @param rulesNotRun rules that say nothing of it
 */
public record ScoredSubject(String id, String name, String site, String siteId, QualityFigures figures, List<OpenFindings> findings, List<RuleNotRun> rulesNotRun) {

    public ScoredSubject {
        findings = List.copyOf(findings);
        rulesNotRun = List.copyOf(rulesNotRun);
    }
}
