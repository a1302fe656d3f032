package io.wattline.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names and ports by which this server is called. A name can be made to point to another machine (DNS rebinding),
 * an address cannot.
 */
final class OwnNames {

    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    /** Ports that a proxy in front of this server has. */
    private static final List<Integer> PROXY_PORTS = List.of(80, 443);

    private final Set<String> names = new HashSet<>(Set.of("localhost"));
    private final IntSupplier port;

    /** @param port on which the server listens */
    OwnNames(HttpSettings settings, IntSupplier port) {
        this.port = port;
        names.add(settings.host().toLowerCase(Locale.ROOT));
        settings.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether a value of the header Host is this server: a name or an address, with its port or without one. */
    boolean contains(String host) {
        String lower = String.valueOf(host).toLowerCase(Locale.ROOT);
        if (names.contains(lower)) {
            return true;
        }
        Matcher parts = HOST.matcher(lower);
        return parts.matches() && isOwnPort(parts.group(2))
                && (names.contains(parts.group(1)) || isAddress(parts.group(1)));
    }

    private boolean isOwnPort(String text) {
        return text == null || Integer.parseInt(text) == port.getAsInt() || PROXY_PORTS.contains(Integer.valueOf(text));
    }

    private static boolean isAddress(String name) {
        return name.startsWith("[") ? isIpv6(name) : IPV4.matcher(name).matches();
    }

    /** Parses a literal; in brackets, nothing is looked up. */
    private static boolean isIpv6(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress() != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** What is allowed, for people. */
    String allowed() {
        return "IP addresses, " + names + ", with port " + port.getAsInt() + ", " + PROXY_PORTS.get(0) + ", "
                + PROXY_PORTS.get(1) + " or none, and the names in wattline.http.names";
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
