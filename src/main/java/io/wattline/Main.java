package io.wattline;

/** Entry point of {@code ./wattline}. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) {
        throw new UnsupportedOperationException("replaced by the command line");
    }
}
