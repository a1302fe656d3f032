package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How columns that people have added come into the statement that keeps readings. */
class KeepStatementTest {

    @Test
    void without_added_columns_the_file_is_the_statement_less_its_comments_for_them() throws Exception {
        String file = Files.readString(Path.of("db/sql/readings-keep.sql"));
        KeepStatement statement = KeepStatement.of(file, List.of());
        assertThat(statement.text()).isEqualTo(file.replaceAll("(?s)/\\*\\+.*?\\*/", "")).doesNotContain("{column}");
        assertThat(KeepStatement.of(file, List.of(new ExtraColumn("a_x", "x"), new ExtraColumn("b_y", "y")))
                        .parameters())
                .isEqualTo(statement.parameters() + 2);
    }

    @Test
    void each_added_column_is_written_once_for_each_comment() {
        KeepStatement statement = KeepStatement.of(
                "select :#a /*+ , {parameter}::float8 as {column} */ from t",
                List.of(new ExtraColumn("xq9_x", "x"), new ExtraColumn("y", "")));
        assertThat(statement)
                .isEqualTo(new KeepStatement("select :#a  , :#xq9_x::float8 as xq9_x  , :#y::float8 as y  from t", 3));
    }
}
