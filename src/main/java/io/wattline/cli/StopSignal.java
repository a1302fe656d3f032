package io.wattline.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or SIGTERM: requests the work to stop, and keeps the process alive until it has stopped or the time is over.
 */
final class StopSignal implements AutoCloseable {

    /** A service manager kills a process after 10 s or more; this is less. */
    private static final long STOP_MILLIS_MAX = 9_500;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-signal");
    private volatile boolean usual;
    private volatile Runnable onStop = () -> { };

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Sets what the signal runs, besides releasing waiting threads; runs it at once if the signal has come. */
    void onStop(Runnable action) {
        onStop = action;
        if (isAsked()) {
            action.run();
        }
    }

    /**
     * After the signal, the process ends with exit code 0: for verbs that run until they are stopped.
     */
    void isTheUsualEnd() {
        usual = true;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits for the signal, at most for this time; true if it came. */
    boolean await(Duration longest) throws InterruptedException {
        return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The work has ended, so that the process may end. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown hook of the signal.
        }
    }

    private void stop() {
        asked.countDown();
        // In a separate thread, since a stop that hangs would keep the process alive.
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
