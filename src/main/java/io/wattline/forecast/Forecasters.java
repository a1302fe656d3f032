package io.wattline.forecast;

import io.wattline.forecast.method.BacklogMethod;
import io.wattline.forecast.method.ForecastKind;
import io.wattline.forecast.method.GatewayMethod;
import io.wattline.forecast.method.LateMethod;
import io.wattline.forecast.method.MonthMethod;
import io.wattline.forecast.method.Outlook;
import io.wattline.forecast.method.Subject;
import io.wattline.forecast.method.TrendMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Runs the method of each kind over what is stored. */
final class Forecasters {

    private static final Subject BACKFILL = Subject.part("backfill", "The backlog of the backfills");

    private final Histories histories;

    Forecasters(Histories histories) {
        this.histories = histories;
    }

    /** @param madeFor the first instant that nothing is known of; its UTC day is today */
    List<Outlook> outlooks(ForecastKind kind, Instant madeFor, Instant now) {
        LocalDate today = LocalDate.ofInstant(madeFor, ZoneOffset.UTC);
        return switch (kind) {
            case MONTH -> new MonthMethod().forecast(histories.losses(today, now), today);
            case GATEWAY -> new GatewayMethod().forecast(histories.gateways(today, now), today);
            case CLOCK -> new TrendMethod(kind).forecast(histories.clocks(today, now), today);
            case FULL -> new TrendMethod(kind).forecast(histories.levels(today, now), today);
            case BACKLOG -> new BacklogMethod().forecast(BACKFILL, histories.backlog(now)).stream().toList();
            case LATE -> new LateMethod().forecast(histories.late(today, now), today);
        };
    }
}
