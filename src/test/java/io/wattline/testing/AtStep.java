package io.wattline.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Does something right before a step of the routes is reached for the n-th time: what "in the middle" of the work
 * means, without luck.
 */
public final class AtStep implements InterceptStrategy {

    private final String stepId;
    private final int turn;
    private final AtomicInteger turns = new AtomicInteger();
    private volatile Runnable action = () -> { };

    public AtStep(String stepId, int turn) {
        this.stepId = stepId;
        this.turn = turn;
    }

    public void act(Runnable newAction) {
        action = newAction;
    }

    /** How often the step was reached. */
    public int turns() {
        return turns.get();
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        if (!stepId.equals(definition.getId())) {
            return target;
        }
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (turns.incrementAndGet() == turn) {
                    action.run();
                }
                return super.process(exchange, callback);
            }
        };
    }
}
