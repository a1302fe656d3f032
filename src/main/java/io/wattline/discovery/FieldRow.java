package io.wattline.discovery;

/**
 * One field of one channel.
 *
 * @param site       name of the organization
 * @param label      the source's name for the field; the code where it is not in the catalogue
 * @param unit       as the responses write it, or else as the catalogue has it
 * @param offered    whether the source says that the channel has it; null where the source does not say
 * @param returned   whether it has ever come with a value
 * @param column     where it is stored; {@code raw} where it has no column; null where it never came
 * @param values     how many readings have a value
 * @param fillShare  of the channel's readings, 0 to 1
 * @param min        smallest value in the column's unit, or in the source's for {@code raw}; null where there is none
 *                   that is a number
 * @param max        largest value
 */
public record FieldRow(
        int channelId,
        String channelName,
        String deviceType,
        String site,
        String code,
        String label,
        String unit,
        Boolean offered,
        boolean returned,
        String column,
        long values,
        double fillShare,
        Double min,
        Double max) {

    /** Whether it comes and has no column. */
    boolean isOnlyRaw() {
        return returned && "raw".equals(column);
    }
}
