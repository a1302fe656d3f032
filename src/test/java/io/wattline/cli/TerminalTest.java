package io.wattline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final StringWriter written = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void a_person_sees_one_progress_line_that_changes() {
        Terminal terminal = terminal(true);
        terminal.progress("10 %");
        terminal.progress("20 %");
        terminal.line("done");
        assertThat(written)
                .hasToString(
                        "\r\u001b[2K10 %\r\u001b[2K20 %" + System.lineSeparator() + "done" + System.lineSeparator());
    }

    @Test
    void a_file_gets_a_progress_line_every_five_seconds() {
        Terminal terminal = terminal(false);
        for (int second = 0; second <= 12; second++) {
            terminal.progress(second + " s");
            nanos.addAndGet(1_000_000_000L);
        }
        assertThat(written.toString().lines()).containsExactly("0 s", "5 s", "10 s");
    }

    @Test
    void data_cannot_steer_the_terminal() {
        terminal(true).line("name\u001b[2J\nforged");
        assertThat(written).hasToString("name\\u001b[2J\\nforged" + System.lineSeparator());
    }

    private Terminal terminal(boolean interactive) {
        return new Terminal(new PrintWriter(written), interactive, nanos::get);
    }
}
