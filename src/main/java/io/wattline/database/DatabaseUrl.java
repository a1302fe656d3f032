package io.wattline.database;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the database is and how to log in, as {@code DATABASE_URL} says: {@code postgres://} or {@code
 * postgresql://user:password@host:port/database?options} as Neon and others hand it out (the rules are those of libpq:
 * PostgreSQL documentation, 32.1.1.2), or {@code jdbc:postgresql://...}, which passes through. The password stands in
 * {@link #password()} alone: neither {@link #jdbcUrl()} nor {@link #toString()} nor any error message holds it.
 *
 * @param jdbcUrl    {@code jdbc:postgresql://host:port/database}, without options and without credentials
 * @param user       who logs in; null only with a {@code jdbc:} URL that names nobody
 * @param password   null where there is none
 * @param properties options in pgjdbc's names, such as {@code sslmode}, {@code channelBinding}
 */
public record DatabaseUrl(String jdbcUrl, String user, String password, Map<String, String> properties) {

    private static final Pattern SCHEME =
            Pattern.compile("(jdbc:postgresql|postgres|postgresql):(//)?(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^\\[\\]:/?#@\\s]+)(?::(\\d{1,5}))?");
    private static final Pattern SEARCH_PATH = Pattern.compile("(?:-c\\s*|--)search_path=((?:\\\\.|[^\\s\\\\])+)");
    private static final Pattern NEON_POOLER = Pattern.compile("^(jdbc:postgresql://[^./:]+)-pooler\\.");

    public DatabaseUrl {
        properties = Map.copyOf(properties);
    }

    /**
     * Reads a URL; {@link IllegalArgumentException} says which part is wrong, what is allowed and where to change it,
     * and never shows the password.
     */
    public static DatabaseUrl parse(String url) {
        if (url == null || url.isBlank()) {
            throw refused("it is empty");
        }
        Matcher scheme = SCHEME.matcher(url.strip());
        boolean jdbc = scheme.matches() && scheme.group(1).startsWith("jdbc:");
        if (!scheme.matches() || scheme.group(2) == null && !jdbc) {
            throw refused("it does not begin with postgres://, postgresql:// or jdbc:postgresql://");
        }
        // jdbc:postgresql:database means this machine.
        Parts parts = Parts.of((scheme.group(2) == null ? "localhost/" : "") + scheme.group(3));
        Map<String, String> properties = new TreeMap<>(UrlOptions.parse(parts.query()));
        String user = first(properties.remove("user"), decoded("user", parts.user()));
        String password = first(properties.remove("password"), decoded("password", parts.password()));
        if (user == null && !jdbc) {
            throw refused("it names no user");
        }
        String database = first(decoded("database", parts.database()), user);
        return new DatabaseUrl(
                "jdbc:postgresql://" + hosts(parts.hosts()) + "/"
                        + (database == null ? "" : UrlOptions.encoded(database)),
                user,
                password,
                properties);
    }

    /**
     * The schema that holds our tables: {@code currentSchema}, else {@code search_path} of {@code options}, else {@code
     * public}.
     */
    public String schema() {
        Matcher searchPath = SEARCH_PATH.matcher(properties.getOrDefault("options", ""));
        String path = properties.getOrDefault(
                "currentSchema", searchPath.find() ? searchPath.group(1).replace("\\", "") : "public");
        return List.of(path.split(",")).stream()
                .map(name -> name.strip().replace("\"", ""))
                .filter(name -> !name.isEmpty() && !name.equals("$user"))
                .findFirst()
                .orElse("public");
    }

    /**
     * Whether the connection goes through a pooler (PgBouncer) in transaction mode, as with Neon's {@code -pooler}
     * hosts.
     */
    public boolean pooled() {
        return NEON_POOLER.matcher(jdbcUrl).find();
    }

    /**
     * The same database without the pooler: what a migration needs, because it relies on its session. Other URLs are
     * direct already.
     */
    public DatabaseUrl direct() {
        return new DatabaseUrl(NEON_POOLER.matcher(jdbcUrl).replaceFirst("$1."), user, password, properties);
    }

    /** For people and logs: user, host, port and database; no password, no options. */
    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("^jdbc:postgresql://", "postgresql://" + (user == null ? "" : user + "@"));
    }

    static IllegalArgumentException refused(String found) {
        return new IllegalArgumentException("DATABASE_URL cannot be used: " + found
                + ". Allowed: postgresql://user:password@host:port/database?sslmode=require (a character such as @ : "
                + "/ ? # % in user or password is written %40 %3A %2F %3F %23 %25), "
                + "or jdbc:postgresql://... . Set it in the environment as DATABASE_URL, "
                + "or database.url in the settings. Nothing was connected.");
    }

    private static String decoded(String part, String text) {
        return text == null ? null : UrlOptions.decoded("its " + part, text);
    }

    /** The first of both that is neither null nor empty, or null. */
    private static String first(String preferred, String otherwise) {
        return preferred != null && !preferred.isEmpty()
                ? preferred
                : otherwise == null || otherwise.isEmpty() ? null : otherwise;
    }

    private static String hosts(String list) {
        if (list.isEmpty()) {
            throw refused("it names no host");
        }
        return List.of(list.split(",", -1)).stream().map(DatabaseUrl::host).collect(Collectors.joining(","));
    }

    private static String host(String text) {
        Matcher host = HOST.matcher(text);
        if (!host.matches() || host.group(1).startsWith("%")) {
            throw refused("its host or port cannot be read (host:port, [IPv6]:port; no Unix socket)");
        }
        int port = host.group(2) == null ? 5432 : Integer.parseInt(host.group(2));
        if (port < 1 || port > 65535) {
            throw refused("its port is " + port + ", which is not within 1 to 65535");
        }
        return host.group(1) + ":" + port;
    }

    /**
     * The parts of what follows {@code ://}, as they stand there. The last {@code @} ends the credentials: an unencoded
     * one in a password does no harm.
     */
    private record Parts(String user, String password, String hosts, String database, String query) {

        private static final Pattern FORM =
                Pattern.compile("(?:([^/?]*)@)?([^/?@]*)(?:/([^?]*))?(?:\\?(.*))?", Pattern.DOTALL);

        static Parts of(String rest) {
            Matcher form = FORM.matcher(rest);
            if (!form.matches()) {
                throw refused("its user, password and host cannot be told apart");
            }
            String[] credentials = form.group(1) == null ? new String[] {null} : form.group(1).split(":", 2);
            return new Parts(
                    credentials[0],
                    credentials.length < 2 ? null : credentials[1],
                    form.group(2),
                    form.group(3),
                    form.group(4) == null ? "" : form.group(4));
        }
    }
}
