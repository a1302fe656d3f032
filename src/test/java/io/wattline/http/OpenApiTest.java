package io.wattline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code openapi.yaml} as other programs read it. */
class OpenApiTest {

    private static final ApiDocument DOCUMENT = ApiDocument.read();

    @Test
    void a_parser_of_somebody_else_finds_nothing_wrong_with_it() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(DOCUMENT.json("1.0"), null, options);
        assertThat(result.getMessages()).isEmpty();
        OpenAPI api = result.getOpenAPI();
        assertThat(api.getOpenapi()).startsWith("3.1");
        assertThat(api.getPaths().values().stream()
                        .mapToInt(path -> path.readOperations().size())
                        .sum())
                .isEqualTo(DOCUMENT.operations().size());
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_summary_and_a_description_of_each_argument() {
        Set<String> names = new HashSet<>();
        assertThat(DOCUMENT.operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(names.add(operation.id())).as(operation.id()).isTrue();
            assertThat(operation.summary()).isNotBlank();
        });
        DOCUMENT.operations().stream().filter(ApiOperation::acts).forEach(operation -> assertThat(operation.arguments())
                .as(operation.id())
                .anyMatch(argument -> argument.name().equals("by") && argument.required()));
    }

    @Test
    void every_statement_belongs_to_an_operation_and_is_bounded_where_it_gives_a_list() throws Exception {
        Set<String> unknown = new TreeSet<>();
        List<String> ids = DOCUMENT.operations().stream().map(ApiOperation::id).toList();
        try (Stream<Path> files = Files.list(Path.of("db/web"))) {
            for (Path file : files.toList()) {
                String operation = file.getFileName()
                        .toString()
                        .replaceFirst("\\..*", "")
                        .replaceFirst("^readings-(raw|hour|day)$", "readings");
                if (!ids.contains(operation)) {
                    unknown.add(file.toString());
                }
                if (file.toString().endsWith(".items.sql")) {
                    assertThat(Files.readString(file)).as(file.toString()).contains("limit :limit", ":after", "cursor");
                }
            }
        }
        assertThat(unknown).isEmpty();
    }
}
