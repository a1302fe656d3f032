package io.wattline.deadletter;

import io.wattline.jmx.Described;

/** Dead letters in the hands of operators. */
public interface DeadLetterOperations {

    @Described("Sends the open dead letters of a rule through the pipeline again, and waits for the end. Says what became of them.")
    String replayDeadLetters(@Described(name = "rule", value = "Name of the rule, as dead_letters.rule has it.", target = true) String rule);
}
