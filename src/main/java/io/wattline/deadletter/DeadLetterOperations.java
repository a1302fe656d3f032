package io.wattline.deadletter;

import io.wattline.jmx.Described;

/** What operators may do to dead letters over JMX. */
public interface DeadLetterOperations {

    @Described("Replays the open dead letters of a rule and waits for the end. Returns how many were kept.")
    String replayDeadLetters(
            @Described(name = "rule", value = "Name of the rule, as dead_letters.rule has it.", target = true)
                    String rule);
}
