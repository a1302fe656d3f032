package io.wattline.routes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that a route names by their file: the file must exist. A name that is computed while the route runs is
 * not checked.
 */
final class RouteStatements implements RouteRule {

    private static final Pattern STATEMENT = Pattern.compile("^sql:classpath:(db/sql/[^?$]+\\.sql)(?:\\?|$)");

    @Override
    public List<Complaint> complaints(List<RouteFile> files) {
        return files.stream()
                .flatMap(file -> file.texts().stream()
                        .filter(RouteText::isAddress)
                        .flatMap(text -> {
                            Matcher statement = STATEMENT.matcher(text.text().strip());
                            return statement.find()
                                            && RouteStatements.class.getResource("/" + statement.group(1)) == null
                                    ? List.of(Complaint.at(
                                                    file,
                                                    text.place(),
                                                    statement.group(1) + " does not exist",
                                                    "a file of db/sql"))
                                            .stream()
                                    : List.<Complaint>of().stream();
                        }))
                .toList();
    }
}
