package io.wattline.database;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why the database cannot be used, in words, by SQLSTATE (PostgreSQL documentation, appendix A). */
public final class DatabaseFault {

    /** The longest prefix of an SQLSTATE comes first. */
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("25006", "the database is read-only, as after a failover or with default_transaction_read_only");
        WORDS.put("53100", "the disk of the database is full");
        WORDS.put("53200", "the database has no memory left");
        WORDS.put("53300", "the database has no connection left");
        WORDS.put("55P03", "another program holds a lock on a table that readings need");
        WORDS.put("57014", "a statement ran out of time");
        WORDS.put("28", "the database refuses user or password");
        WORDS.put("3D", "the database of this name does not exist");
        WORDS.put("42501", "the user of the database lacks a permission");
        WORDS.put("42P01", "a table of Wattline is missing");
        WORDS.put("08", "the database is unreachable");
        WORDS.put("57P", "the database is starting or stopping");
        WORDS.put("58", "the disk of the database fails");
        WORDS.put("XX", "the database is damaged");
    }

    private DatabaseFault() {
    }

    /** The words and the message of the database, of the first cause that has an SQLSTATE of the list. */
    public static String words(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && words(sql.getSQLState()) != null) {
                return words(sql.getSQLState()) + " (SQLSTATE " + sql.getSQLState() + ": " + line(sql) + ")";
            }
        }
        return line(thrown);
    }

    private static String words(String state) {
        return WORDS.entrySet().stream().filter(each -> String.valueOf(state).startsWith(each.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(null);
    }

    private static String line(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("").strip();
    }

    /** Whether the disk is full or fails, or the database is damaged: a small write may work all the same. */
    static boolean isOfStorage(SQLException thrown) {
        String state = String.valueOf(thrown.getSQLState());
        return state.equals("53100") || state.startsWith("58") || state.startsWith("XX");
    }
}
