package io.wattline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The generated documents say what the program goes by now. */
class DocumentsTest {

    @Test
    void every_generated_document_is_up_to_date() throws IOException {
        for (Document document : Documents.all()) {
            Path file = Path.of(document.path());
            if (System.getProperty("update-docs") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, document.text());
            }
            List<String> written = Files.exists(file) ? Files.readAllLines(file) : List.of();
            assertThat(written)
                    .as(document.path() + " is out of date; renew it with: " + Documents.COMMAND)
                    .isEqualTo(document.text().lines().toList());
        }
    }
}
