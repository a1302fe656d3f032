package io.wattline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the documents are made of. */
class SchemaDescriptionsTest {

    @Test
    void every_table_view_and_column_says_what_it_is() {
        Schema schema = Schema.read();
        assertThat(schema.all()).hasSizeGreaterThan(20).allSatisfy(relation -> assertThat(relation.comment())
                .as(relation.name())
                .isNotBlank());
        List<String> missing = schema.all().stream()
                .flatMap(relation -> relation.columns().values().stream())
                .filter(column -> schema.described(column).isEmpty())
                .map(column -> "comment on column " + column.id() + " is '...';")
                .toList();
        assertThat(missing)
                .as(
                        "columns that nobody describes; a view's column that shows another one unchanged has "
                                + "that one's description. Add these lines to the migration that "
                                + "makes them (R__*.sql for views)")
                .isEmpty();
    }
}
