package io.wattline.lab.simulator;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Set;

/** Writes the response of {@code /readings}: the frame here, each row by {@link RowWriter}. */
final class ReadingsJson {

    private static final byte[] UNKNOWN_FIELD = ",\"XQ9\":".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final JsonBytes json;
    private final SimulatedReadingsQuery request;
    private final SimulatedHistory history;
    private final Plant plant;
    private final Set<Fault> faults;
    private final RowWriter row;

    ReadingsJson(
            JsonBytes json, SimulatedReadingsQuery request, SimulatedHistory history, Plant plant, Set<Fault> faults) {
        this.json = json;
        this.request = request;
        this.history = history;
        this.plant = plant;
        this.faults = faults;
        boolean strings = faults.contains(Fault.NUMBERS_AS_STRINGS) && request.channel().channelId() % 2 == 1;
        this.row = new RowWriter(
                json, request.codes(), units(), strings, faults.contains(Fault.UNKNOWN_FIELD) ? UNKNOWN_FIELD : null);
    }

    void write(long now) {
        PlantChannel channel = request.channel();
        DateRange range = request.range();
        byte[] name = JsonStringEncoder.getInstance().quoteAsUTF8(SimulatedRows.name(channel, plant, faults));
        json.ascii("{\"uuid\":\"").ascii(channel.meter().device().uuid())
                .ascii("\",\"name\":\"").raw(name)
                .ascii("\",\"channel\":").whole(channel.channelId())
                .ascii(",\"organization\":").whole(channel.site().organizationId())
                .ascii(",\"timeZone\":\"").ascii(timeZone())
                .ascii("\",\"from\":").whole(range.from())
                .ascii(",\"to\":").whole(range.to())
                .ascii(",\"resolution\":").whole(request.total() ? range.seconds() : request.resolution())
                .ascii(",\"action\":\"").ascii(request.total() ? "total" : "summarize")
                .ascii("\",\"units\":{\"ts\":\"Unix Time\"");
        row.writeUnits();
        json.ascii("},\"recordCount\":");
        int end = json.blank(7);
        json.ascii(",\"records\":[");
        json.fill(end, request.total() ? total(now) : records());
        json.ascii("],\"operatingHours\":").ascii(faults.contains(Fault.OPERATING_HOURS_LIST) ? "[]}" : "{}}");
    }

    private String timeZone() {
        return ChannelAccess.isStruck(Fault.TIME_ZONE_CHANGED, request.channel(), plant, faults)
                ? "Pacific/Auckland"
                : request.channel().site().zone().getId();
    }

    private SimulatedUnits units() {
        int id = request.channel().channelId();
        boolean unknown = ChannelAccess.isStruck(Fault.UNKNOWN_UNIT, request.channel(), plant, faults);
        return unknown
                ? SimulatedUnits.UNKNOWN
                : !faults.contains(Fault.OTHER_UNITS) || id % 3 == 0
                        ? SimulatedUnits.USUAL
                        : id % 3 == 1 ? SimulatedUnits.KILO : SimulatedUnits.MEGA;
    }

    private int records() {
        Bins bins = new Bins(history, request.channel(), request.fromRollUp());
        Bin bin = new Bin();
        long length = request.resolution();
        int count = (int) ((request.range().seconds() + length - 1) / length);
        int evens = (count + 1) / 2;
        int written = 0;
        for (int i = 0; i < count; i++) {
            // In no order: every second one first.
            int place = !faults.contains(Fault.UNSORTED) ? i : i < evens ? 2 * i : 2 * (i - evens) + 1;
            long start = request.range().from() + place * length;
            bins.read(start, length, bin);
            if (!bin.absent) {
                written = record(bin, start + length, written);
            }
        }
        return written;
    }

    private int record(Bin bin, long end, int written) {
        if (request.registers() && !bin.empty) {
            registers(bin, end);
        }
        row.write(bin, written == 0);
        long draw = faults.contains(Fault.DOUBLED_RECORDS) ? Hash.of(plant.seed() + 77, end) : -1;
        if (Hash.part(draw, 0, 1000) >= 40) {
            return written + 1;
        }
        if ((draw & 1 << 20) == 0 && bin.bad == null) {
            bin.clear();
        }
        row.write(bin, false);
        return written + 2;
    }

    /** Counters show the register at the end of the bin, gaps or not. */
    private void registers(Bin bin, long end) {
        for (SimulatedField field : request.channel().fields()) {
            if (field.kind() == SimulatedField.Kind.COUNTER) {
                bin.micros[field.ordinal()] = Registers.at(request.channel(), field, end);
            }
        }
    }

    /**
     * One record: the difference of the registers over what has been of the range since the installation, so gaps are
     * in it.
     */
    private int total(long now) {
        PlantChannel channel = request.channel();
        long from = Math.max(request.range().from(), channel.installed().getEpochSecond());
        long to = Math.min(request.range().to(), now);
        Bin bin = new Bin();
        bin.start(request.range().from());
        if (from < to) {
            Load.measure(channel, from, to, bin);
            if (ChannelAccess.isStruck(Fault.IDLE_NOISE, channel, plant, faults)) {
                Load.idle(channel, from, bin);
            }
        } else {
            bin.clear();
        }
        row.write(bin, true);
        return 1;
    }
}
