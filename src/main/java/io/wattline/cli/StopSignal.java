package io.wattline.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C or SIGTERM: asks the work to stop and lets the process live until it has, or until the time is over. */
final class StopSignal implements AutoCloseable {

    /** A service manager kills after 10 s or more, so no more than that is there to use. */
    private static final long STOP_MILLIS_MAX = 9_500;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-signal");
    private volatile boolean usual;
    private volatile Runnable onStop = () -> { };

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What the signal does beside waking who waits; at once where it came already. */
    void onStop(Runnable action) {
        onStop = action;
        if (isAsked()) {
            action.run();
        }
    }

    /**
     * The process then ends with exit code 0, as what does nothing but show something does: it has done what it was
     * asked for.
     */
    void isTheUsualEnd() {
        usual = true;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits for the signal, at most that long; true where it came. */
    boolean await(Duration longest) throws InterruptedException {
        return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The work has ended: the process may. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal has come: the hook runs, and ends with this.
        }
    }

    private void stop() {
        asked.countDown();
        // in a thread of its own, or a stop that hangs would hold the process for ever
        Thread work = new Thread(onStop, "stop");
        work.setDaemon(true);
        work.start();
        try {
            if (done.await(STOP_MILLIS_MAX, TimeUnit.MILLISECONDS) && usual) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
