package io.wattline.field;

import static io.wattline.eniscope.ResponseSamples.FIELDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wattline.reading.Column;
import io.wattline.reading.ValueColumn;
import io.wattline.yaml.YamlFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCatalogueTest {

    private static final String UNITS = Arrays.stream(Column.values()).map(Column::unit).distinct()
            .map(unit -> "  \"" + unit + "\": {\"*\": 1}\n").collect(Collectors.joining("", "units:\n", ""));

    @Test
    void the_file_has_every_code_of_the_vendors_catalogue_as_the_vendor_has_it_and_no_other_as_catalogued()
            throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/reading/eniscope-fields.csv")).stream()
                .skip(1)
                .toList();
        List<String> found = FIELDS.all().stream()
                .filter(Field::catalogued)
                .map(field -> String.join(
                        ",", field.code(), field.label(), field.kind().name().toLowerCase(), field.unit()))
                .toList();
        assertThat(rows).hasSize(231);
        assertThat(found)
                .containsExactlyElementsOf(rows.stream()
                        .map(row -> row.substring(0, row.lastIndexOf(',')))
                        .toList());
        assertThat(FIELDS.all().stream().filter(field -> !field.catalogued()).map(Field::code))
                .containsExactly("cost", "THDV", "THDI", "RSSI");
    }

    @Test
    void every_column_has_its_code() {
        Map<ValueColumn, List<String>> codes = FIELDS.all().stream().filter(field -> field.column() != null)
                .collect(Collectors.groupingBy(Field::column, Collectors.mapping(Field::code, Collectors.toList())));
        assertThat(codes).containsOnlyKeys(Column.values());
        assertThat(codes)
                .containsEntry(Column.ENERGY_KWH, List.of("E"))
                .containsEntry(Column.POWER_KW, List.of("P"))
                .containsEntry(Column.VOLTAGE_V, List.of("V"))
                .containsEntry(Column.CURRENT_A, List.of("I"))
                .containsEntry(Column.POWER_FACTOR, List.of("PF"))
                .containsEntry(Column.REACTIVE_POWER_KVAR, List.of("Q"))
                .containsEntry(Column.TEMPERATURE_C, List.of("T"))
                .containsEntry(Column.RELATIVE_HUMIDITY, List.of("RH"))
                .containsEntry(Column.FREQUENCY_HZ, List.of("F"))
                .containsEntry(Column.THD_CURRENT, List.of("D", "THDI"))
                .containsEntry(Column.THD_VOLTAGE, List.of("THDV"))
                .containsEntry(Column.SIGNAL_STRENGTH, List.of("RSSI"))
                .containsEntry(Column.APPARENT_POWER_KVA, List.of("S"))
                .containsEntry(Column.NEUTRAL_CURRENT_A, List.of("In"))
                .containsEntry(Column.ENERGY_EXPORT_KWH, List.of("Ex"))
                .containsEntry(Column.COST, List.of("cost"))
                .containsEntry(Column.ENERGY_KWH_L1, List.of("E1"))
                .containsEntry(Column.POWER_KW_L2, List.of("P2"))
                .containsEntry(Column.VOLTAGE_V_L3, List.of("V3"))
                .containsEntry(Column.CURRENT_A_L1, List.of("I1"))
                .containsEntry(Column.POWER_FACTOR_L2, List.of("PF2"));
    }

    @Test
    void the_catalogues_own_unit_of_a_mapped_code_can_always_be_converted() {
        assertThat(FIELDS.all()).filteredOn(field -> field.column() != null).allSatisfy(field -> assertThat(
                        FIELDS.units().conversion(field.column(), field.unit()))
                .as(field.code())
                .isPresent());
    }

    @Test
    void what_is_asked_for_is_what_a_device_offers_less_what_the_file_excludes() {
        assertThat(FIELDS.toAsk(List.of("E", "Er", "Med", "wph", "E"))).containsExactly("E", "Med", "wph");
    }

    @ParameterizedTest
    @CsvSource({
        "ENERGY_KWH, 1234.5, Wh, 1.2345",
        "ENERGY_KWH, 1.5, kWh, 1.5",
        "ENERGY_KWH, 2, MWh, 2000",
        "ENERGY_KWH, 2, " + "GWh, 2000000",
        "ENERGY_KWH, 3600000, J, 1",
        "ENERGY_KWH, 3600, kJ, 1",
        "ENERGY_KWH, 3.6, MJ, 1",
        "ENERGY_EXPORT_KWH, 1, Wh, " + "0.001",
        "ENERGY_KWH_L3, 1, Wh, 0.001",
        "POWER_KW, 5, mW, 0.000005",
        "POWER_KW, 5200.25, W, 5.20025",
        "POWER_KW, 5, kW, 5",
        "POWER_KW, 5, MW, 5000",
        "VOLTAGE_V, 230000, mV, 230",
        "VOLTAGE_V, 230, V, 230",
        "VOLTAGE_V, 0.4, kV, 400",
        "CURRENT_A, 12, mA, 0.012",
        "CURRENT_A, 12, A, 12",
        "CURRENT_A, 1.2, kA, 1200",
        "POWER_FACTOR, 0.97, '', 0.97",
        "POWER_FACTOR, 0.97, 1, 0.97",
        "POWER_FACTOR, 0.97, PF, 0.97",
        "POWER_FACTOR, " + "97, %, 0.97",
        "REACTIVE_POWER_KVAR, -1500, VAr, -1.5",
        "REACTIVE_POWER_KVAR, 1500, var, 1.5",
        "REACTIVE_POWER_KVAR, 1500, " + "VAR, 1.5",
        "REACTIVE_POWER_KVAR, 1.5, kVAr, 1.5",
        "REACTIVE_POWER_KVAR, 1.5, kvar, 1.5",
        "REACTIVE_POWER_KVAR, 1.5, " + "kVAR, 1.5",
        "REACTIVE_POWER_KVAR, 1.5, MVAr, 1500",
        "REACTIVE_POWER_KVAR, 1.5, Mvar, 1500",
        "REACTIVE_POWER_KVAR, 1.5, " + "MVAR, 1500",
        "APPARENT_POWER_KVA, 1500, VA, 1.5",
        "APPARENT_POWER_KVA, 1.5, kVA, 1.5",
        "APPARENT_POWER_KVA, 1.5, MVA, 1500",
        "FREQUENCY_HZ, 50010, mHz, 50.01",
        "FREQUENCY_HZ, 50.01, Hz, 50.01",
        "FREQUENCY_HZ, 0.05, kHz, 50",
        "TEMPERATURE_C, 21.5, oC, 21.5",
        "TEMPERATURE_C, 21.5, °C, 21.5",
        "TEMPERATURE_C, 21.5, C, 21.5",
        "TEMPERATURE_C, 21.5, degC, 21.5",
        "TEMPERATURE_C, 212, oF, 100",
        "TEMPERATURE_C, -40, °F, -40",
        "TEMPERATURE_C, 32, F, 0",
        "TEMPERATURE_C, " + "273.15, K, 0",
        "RELATIVE_HUMIDITY, 45, %, 45",
        "RELATIVE_HUMIDITY, 45, %RH, 45",
        "THD_VOLTAGE, 3, %, 3",
        "SIGNAL_STRENGTH, -71, dBm, -71",
        "SIGNAL_STRENGTH, -71, '', -71",
        "COST, 1.25, GBP, 1.25",
        "COST, 1.25, '', " + "1.25"
    })
    void a_value_gets_from_its_unit_into_the_unit_of_its_column(
            Column column, double value, String unit, double expected) {
        assertThat(FIELDS.units().conversion(column, unit).orElseThrow().apply(value))
                .isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "ENERGY_KWH, W",
        "ENERGY_KWH, ''",
        "ENERGY_KWH, wh",
        "POWER_KW, VA",
        "VOLTAGE_V, ''",
        "RELATIVE_HUMIDITY, ''",
        "TEMPERATURE_C, ''"
    })
    void an_unknown_unit_is_a_finding_and_no_guess(Column column, String unit) {
        assertThat(FIELDS.units().conversion(column, unit)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "E: {label: Energy, kind: sum} | found 'sum'; allowed: counter or instant",
        "E: {label: Energy} | no entry 'kind'",
        "E: {label: Energy, kind: counter, column: energy} | found 'energy'; allowed: a value column of table "
                + "readings [energy_kwh,",
        "E: {label: Energy, kind: counter, ask: No} | found 'No'; allowed: true or false",
        "E: {label: Energy, kind: counter, colum: energy_kwh} | unknown key 'colum'",
        "E: Energy | found no map",
        "ts: {label: Time, kind: instant} | it is the timestamp of every record"})
    void a_broken_field_is_named_with_its_line(String line, String complaint) {
        int lineNumber = (int) UNITS.lines().count() + 2;
        assertThatThrownBy(() ->
                        FieldCatalogue.parse("config/fields.yaml", UNITS + "fields:\n  " + line + "\n", Set.of("ts")))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContainingAll(
                        "config/fields.yaml, line " + lineNumber + ":",
                        complaint,
                        "nothing of the " + "file was loaded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Wh: 0", "Wh: 1/0", "Wh: many", "Wh: {subtract: 32, factor: x}", "Wh: [1]"})
    void a_broken_conversion_is_named_with_its_line(String conversion) {
        String text = UNITS.replace("\"kWh\": {\"*\": 1}", "\"kWh\": {" + conversion + "}") + "fields: {}\n";
        assertThatThrownBy(() -> FieldCatalogue.parse("config/fields.yaml", text))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContaining("config/fields.yaml, line 2:");
    }

    @Test
    void a_unit_of_a_column_without_conversions_is_an_error() {
        assertThatThrownBy(() -> FieldCatalogue.parse("f.yaml", "units: {kWh: {Wh: 1/1000}}\nfields: {}\n"))
                .hasMessageContaining("no conversions to '");
    }
}
