package io.wattline.settings;

/** A Quartz cron expression of six or seven fields, which fires in UTC. */
public record Cron(String expression) {

    @Override
    public String toString() {
        return expression;
    }
}
