package io.wattline.estimation;

import java.util.Optional;

/**
 * What the responses of one source tell about the energy over a gap.
 *
 * @param whyNot why they are not believed, for people; null where they are, or where they tell nothing
 */
record TotalAttempt(Optional<GapTotal> total, String whyNot) {

    static final TotalAttempt UNKNOWN = new TotalAttempt(Optional.empty(), null);

    static TotalAttempt of(GapTotal total) {
        return new TotalAttempt(Optional.of(total), null);
    }

    static TotalAttempt doubted(String whyNot) {
        return new TotalAttempt(Optional.empty(), whyNot);
    }
}
