/**
 * The methods of the forecasts: one pure class for each kind, plain statistics, no clock, no database.
 *
 * <p>Reading order: {@link io.wattline.forecast.method.Outlook} is what a method gives.
 * {@link io.wattline.forecast.method.MonthMethod} counts stretches of days that began alike.
 * {@link io.wattline.forecast.method.GatewayMethod} and {@link io.wattline.forecast.method.LateMethod} sort days into
 * classes of risk and count in a {@link io.wattline.forecast.method.RiskTable} what followed.
 * {@link io.wattline.forecast.method.TrendMethod} draws a robust line, and takes its interval from its own past errors.
 * {@link io.wattline.forecast.method.BacklogMethod} replays past hours.
 *
 * <p>A method gets whole histories and the day {@code today}. It reads only days before {@code today}, so that a replay
 * over old days gives what was given then. A test changes the days after it and compares.
 */
package io.wattline.forecast.method;
