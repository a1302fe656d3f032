package io.wattline.forecast;

import io.wattline.jmx.Described;

/** What operators do about forecasts over JMX. */
public interface ForecastOperations {

    @Described("Settles the forecasts whose time is over, makes those that are due, and says what was done.")
    String makeForecasts();

    @Described("What will go wrong: the forecasts that warn, a sentence each.")
    String[] forecasts();

    @Described("How often each kind of forecast was right in the last 90 days, a sentence each.")
    String[] forecastScores();
}
