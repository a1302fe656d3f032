package io.wattline.routes;

import java.time.Instant;

/**
 * What a route does, in one line.
 *
 * @param capability the file's name without {@code .camel.yaml}
 * @param from       what starts it: {@code GET /health}, {@code direct:eniscope-ask}, {@code cron readings.poll.cron:
 *                   0/30 * * * * ?}
 * @param next       when a cron expression is next due; null for everything else
 */
public record RouteLine(
        String id, String capability, String file, int line, String from, Instant next, String description) {}
