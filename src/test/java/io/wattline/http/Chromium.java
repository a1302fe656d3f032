package io.wattline.http;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/**
 * One headless Chromium of this machine. What its pages ask for elsewhere, complain of or are refused by the policy is
 * kept.
 */
final class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of(System.getenv().getOrDefault("CHROMIUM_BIN", "/usr/bin/chromium"));
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(ARGUMENTS));
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> strangers = new CopyOnWriteArrayList<>();

    /** Skips what needs it, with a word, where there is none. */
    static Chromium open() {
        Assumptions.assumeTrue(Files.isExecutable(EXECUTABLE), "No Chromium at " + EXECUTABLE + ": install Debian's "
                + "package chromium, or set CHROMIUM_BIN. The dashboard is not tested.");
        return new Chromium();
    }

    /** A new visitor, who has no token yet. */
    Page visit(String address, int width, int height, ColorScheme scheme) {
        Page page = newPage(address, width, height, scheme);
        page.navigate(address);
        return page;
    }

    /** The page of a new visitor that will go to the address. */
    Page newPage(String address, int width, int height, ColorScheme scheme) {
        BrowserContext visitor = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Asia/Tokyo"));
        visitor.setDefaultTimeout(30_000);
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> complaints.add(error));
        page.onRequest(request -> {
            if (!request.url().startsWith(URI.create(address).resolve("/").toString())) {
                strangers.add(request.url());
            }
        });
        return page;
    }

    /** Errors and warnings of the console, which is also where a violation of the policy stands. */
    List<String> complaints() {
        return complaints;
    }

    /** EndpointAddresses of other hosts that were asked. */
    List<String> strangers() {
        return strangers;
    }

    /** Visitors leave; what was kept is forgotten. */
    void clear() {
        browser.contexts().forEach(BrowserContext::close);
        complaints.clear();
        strangers.clear();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
