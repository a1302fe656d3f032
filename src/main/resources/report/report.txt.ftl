<#ftl output_format="plainText">
<#setting number_format="computer">
<#macro made sum><#if sum.due?? && sum.due gt 0>${numbers.percent(sum.measured / sum.due)} measured, ${numbers.percent(sum.estimated / sum.due)} estimated, ${numbers.percent(sum.suspect / sum.due)} suspect, ${numbers.percent(sum.missing / sum.due)} missing<#else>no reading was due</#if></#macro>
${r.siteName}: ${r.period} report, ${r.firstDay} until before ${r.endDay} (${r.timezone})

${answer.headline}
<#list answer.needs as need>
- ${need}
</#list>
<#if restated??>

What changed since this period was sent: ${restated.before} before<#if !answer.withheld>, ${numbers.exact((r.total.energy_kwh)!"-")} kWh now</#if>
<#list restated.why as reason>
- ${reason}
</#list>
</#if>

Energy
<#if r.total?? && r.total.energy_kwh??>
<#if answer.withheld>withheld<#else>${numbers.exact(r.total.energy_kwh)} kWh</#if> (<@made r.total />)
</#if>

Channels
<#list r.channels as c>
<#if c?index lt rowsMax>
${c.name} (${c.channelId}): ${numbers.exact(c.energy_kwh!"-")} kWh (<@made c />)<#if !c.counts>, does not count</#if>
</#if>
</#list>

What is missing
<#list r.gapReasons as g>
${g.reason?replace("_", " ")}: ${g.gaps} gaps, ${g.missing} readings
<#else>
No gap is open in this period.
</#list>

The HTML part of this mail has every value.
