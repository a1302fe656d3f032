package io.wattline.cli;

import java.lang.management.ManagementFactory;

/** Says how it was started; with {@code wait}, lives until a signal and says so. */
public final class EchoMain {

    private EchoMain() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("home=" + System.getenv("WATTLINE_HOME"));
        System.out.println("arguments=" + String.join("|", arguments));
        System.out.println("options=" + ManagementFactory.getRuntimeMXBean().getInputArguments());
        if (arguments.length > 0 && arguments[0].equals("wait")) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped cleanly")));
            System.out.println("pid=" + ProcessHandle.current().pid());
            Thread.sleep(60_000);
        }
    }
}
