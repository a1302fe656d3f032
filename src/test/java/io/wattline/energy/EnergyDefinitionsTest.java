package io.wattline.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config/virtual-meters.yaml} and {@code config/tariffs.yaml} become rows. */
class EnergyDefinitionsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    Path home;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void a_site_with_two_channels_and_a_virtual_meter_of_their_own() throws IOException {
        Files.createDirectories(home.resolve("config"));
        DATABASE.execute("truncate organizations, channels, virtual_meters, tariffs cascade; "
                + "insert into organizations (organization_id, organization_name) values ('1', 'Mill'); "
                + "insert into channels (channel_id, channel_name, organization_id) values (1, 'Main', '1'), "
                + "(2, 'Pump', '1'); insert into virtual_meters (id, name, organization_id) values (900, 'Own', '1')");
    }

    @Test
    void the_files_are_written_and_what_they_no_longer_name_goes() throws IOException {
        meters("virtual-meters: {rest: {name: Rest, site: '1', add: [1], subtract: [2]}, all: {name: All, site: '1', "
                + "add: [1, 2]}}");
        tariffs("tariffs: [{name: Two, sites: ['1'], currency: GBP, from: 2026-01-01, per-kwh: 0.30, "
                + "rates: [{name: night, per-kwh: 0.2, from-hour: 22, to-hour: 6, days: [mon, sun]}]}]");
        assertThat(definitions().keep()).isTrue();
        assertThat(definitions().keep()).as("again").isTrue();
        assertThat(DATABASE.rows("select name, channel_id, weight from virtual_meters v join virtual_meter_map m "
                + "on v.id = m.virtual_meter_id order by 1, 2"))
                .containsExactly("All|1|1", "All|2|1", "Rest|1|1", "Rest|2|-1");
        assertThat(DATABASE.rows("select tariff_name, t.per_kwh, rate_name, r.per_kwh, weekdays from tariffs t "
                + "join tariff_rates r using (organization_id, valid_from)"))
                .containsExactly("Two|0.30|night|0.2|{1,7}");
        meters("virtual-meters: {rest: {name: Rest, site: '1', add: [1]}}");
        tariffs("tariffs: []");
        definitions().keep();
        assertThat(DATABASE.rows("select name, channel_id from virtual_meters v left join virtual_meter_map m "
                + "on v.id = m.virtual_meter_id order by 1")).containsExactly("Own|null", "Rest|1");
        assertThat(DATABASE.rows("select count(*) from tariffs")).containsExactly("0");
    }

    @Test
    void a_channel_that_is_not_known_yet_is_written_once_it_is() throws IOException {
        meters("virtual-meters: {rest: {name: Rest, site: '1', add: [1, 3]}}");
        tariffs("tariffs: []");
        assertThat(definitions().keep()).isFalse();
        DATABASE.execute("insert into channels (channel_id, channel_name) values (3, 'Fan')");
        assertThat(definitions().keep()).isTrue();
        assertThat(DATABASE.rows("select channel_id from virtual_meter_map order by 1")).containsExactly("1", "3");
    }

    @Test
    void an_error_in_a_file_says_the_line_what_was_found_and_what_is_allowed() throws IOException {
        meters("virtual-meters:\n  rest:\n    name: Rest\n    site: '1'\n    add: [1]\n    subtract: [1]");
        tariffs("tariffs: []");
        assertThatThrownBy(this::definitions).hasMessageContaining("channel 1 twice in 'rest'");
        meters("virtual-meters: {}");
        tariffs("tariffs:\n- {name: A, sites: ['1'], currency: GBP, from: 2026-01-01, per-kwh: 0.3}\n"
                + "- {name: B, sites: ['1'], currency: GBP, from: 2026-06-01, per-kwh: 0.4}");
        assertThatThrownBy(this::definitions).hasMessageContaining("'B' holds at the same time as 'A'");
        tariffs("tariffs:\n- {name: A, sites: ['1'], currency: POUND, from: 2026-01-01, per-kwh: 0.3}");
        assertThatThrownBy(this::definitions).hasMessageContaining("POUND").hasMessageContaining("ISO 4217");
    }

    private EnergyDefinitions definitions() {
        return new EnergyDefinitions(DATABASE.dataSource(), home);
    }

    private void meters(String text) throws IOException {
        Files.writeString(home.resolve(VirtualMetersFile.NAME), text);
    }

    private void tariffs(String text) throws IOException {
        Files.writeString(home.resolve(TariffsFile.NAME), text);
    }
}
