package io.wattline.http;

import io.wattline.channel.RequestedChannels;
import io.wattline.channel.RequestedSite;
import io.wattline.channel.UnknownNameException;
import io.wattline.database.Sql;
import io.wattline.deadletter.DeadLetters;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Refuses requests that name a site, a channel or a rule that does not exist. Alert rules are checked by the alerts.
 */
final class NamedThings {

    private static final Set<String> DEAD_LETTERS = Set.of("dead-letters", "dead-letters-replay",
            "dead-letters-discard");
    /** Operations of a channel that would give an empty answer. */
    private static final Set<String> OF_CHANNEL = Set.of("readings", "marks");

    private final Sql sql;
    private final DeadLetters deadLetters;

    NamedThings(DataSource database) {
        this.sql = new Sql(database);
        this.deadLetters = new DeadLetters(database);
    }

    /** The same handler behind the check. */
    OperationHandler before(OperationHandler handler) {
        return (operation, arguments) -> {
            require(operation, arguments);
            return handler.handle(operation, arguments);
        };
    }

    private void require(ApiOperation operation, Arguments arguments) throws ProblemException {
        RequestedSite.require(sql, arguments.text("site"));
        if (DEAD_LETTERS.contains(operation.id())) {
            deadLetters.require(arguments.text("rule"), null);
        }
        List<Long> channels = Stream.concat(arguments.<Long>list("channels").stream(),
                Stream.ofNullable(arguments.number("channel"))).toList();
        RequestedChannels.require(sql, channels.stream().map(Math::toIntExact).toArray(Integer[]::new));
        if (OF_CHANNEL.contains(operation.id())) {
            requireChannel(Math.toIntExact(arguments.number("id")));
        }
    }

    private void requireChannel(int id) throws ProblemException {
        try {
            RequestedChannels.require(sql, new Integer[] {id});
        } catch (UnknownNameException e) {
            throw new ProblemException(404, e.getMessage());
        }
    }
}
