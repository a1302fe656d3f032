package io.wattline.channel;

import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import java.util.List;

/** The site that somebody names. */
public final class RequestedSite {

    private RequestedSite() {
    }

    /**
     * Refuses a site that does not exist in table {@code organizations}; one that is named in place of its id is
     * suggested. Null is every site.
     */
    public static void require(Sql sql, String site) {
        if (site == null) {
            return;
        }
        List<String[]> known = sql.all(SqlFile.text("sites-known"), row ->
                new String[] {row.getString(1), row.getString(2)});
        if (known.stream().anyMatch(each -> each[0].equals(site))) {
            return;
        }
        known.stream().filter(each -> site.equalsIgnoreCase(each[1])).findFirst().ifPresent(each -> {
            throw new UnknownNameException("site", "site '" + site + "' does not exist; the id of the site of that "
                    + "name is " + each[0] + ". Nothing was done.");
        });
        throw UnknownNameException.of("site", "site", site, known.stream().map(each -> each[0]).toList());
    }
}
