package io.wattline.energy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wattline.database.Sql;
import io.wattline.database.SqlFile;
import io.wattline.settings.ConfigFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes virtual meters and tariffs from the files into the tables that SQL reads. */
public final class EnergyDefinitions {

    private static final Logger LOG = LoggerFactory.getLogger(EnergyDefinitions.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sql sql;
    private final List<VirtualMeter> meters;
    private final List<Tariff> tariffs;

    /** Reads the files; a {@code YamlFileException} names the line of an error. */
    public EnergyDefinitions(DataSource database, Path home) {
        sql = new Sql(database);
        meters = VirtualMetersFile.parse(ConfigFile.read(home, VirtualMetersFile.NAME));
        tariffs = TariffsFile.parse(ConfigFile.read(home, TariffsFile.NAME));
    }

    /**
     * Writes them.
     *
     * @return whether every channel and site that they name is known by now; where not, call again later
     */
    public boolean keep() {
        List<String> unknown = new ArrayList<>(
                sql.all(SqlFile.text("virtual-meters-keep"), row -> row.getString("unknown"), json(meterRows())));
        unknown.addAll(sql.all(SqlFile.text("tariffs-keep"), row -> row.getString("unknown"), json(tariffRows())));
        unknown.forEach(each -> LOG.warn("{} is not known yet. Correct config/virtual-meters.yaml or "
                + "config/tariffs.yaml if it never will be; until then it counts for nothing", each));
        return unknown.isEmpty();
    }

    private List<Map<String, Object>> meterRows() {
        return meters.stream().map(meter -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file_key", meter.key());
            row.put("name", meter.name());
            row.put("organization_id", meter.site());
            row.put("description", meter.description());
            row.put("parts", meter.parts().stream()
                    .map(part -> Map.of("channel_id", part.channel(), "weight", part.factor())).toList());
            return row;
        }).toList();
    }

    private List<Map<String, Object>> tariffRows() {
        return tariffs.stream().flatMap(tariff -> tariff.sites().stream().map(site -> tariffRow(tariff, site)))
                .toList();
    }

    private static Map<String, Object> tariffRow(Tariff tariff, String site) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("tariff_name", tariff.name());
        row.put("organization_id", site);
        row.put("currency_code", tariff.currency());
        row.put("valid_from", tariff.from().toString());
        row.put("valid_until", tariff.until() == null ? null : tariff.until().toString());
        row.put("per_kwh", tariff.perKwh());
        row.put("per_day", tariff.perDay());
        row.put("rates", IntStream.range(0, tariff.rates().size())
                .mapToObj(position -> rateRow(position, tariff.rates().get(position))).toList());
        return row;
    }

    private static Map<String, Object> rateRow(int position, Tariff.Rate rate) {
        return Map.of("position", position, "rate_name", rate.name(), "per_kwh", rate.perKwh(), "from_hour",
                rate.fromHour(), "to_hour", rate.toHour(), "weekdays", rate.weekdays());
    }

    private static String json(Object rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
