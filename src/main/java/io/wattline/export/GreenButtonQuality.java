package io.wattline.export;

/** What a reading is, as ESPI codes it (QualityOfReading). */
final class GreenButtonQuality {

    static final int VALID = 0;
    static final int EDITED = 7;
    static final int BY_REFERENCE_DAY = 8;
    static final int BY_LINEAR_INTERPOLATION = 9;
    static final int QUESTIONABLE = 10;
    /** Computed in another way. */
    static final int DERIVED = 11;

    private GreenButtonQuality() {
    }

    /**
     * @param quality column {@code data_quality} of the reading
     * @param method  column {@code quality_method}; null where there is none
     */
    static int code(String quality, String method) {
        return switch (quality) {
            case "measured" -> VALID;
            case "edited" -> EDITED;
            case "estimated" -> estimated(method == null ? "" : method);
            default -> QUESTIONABLE;
        };
    }

    private static int estimated(String method) {
        return method.startsWith("like-day") ? BY_REFERENCE_DAY
                : method.startsWith("linear") ? BY_LINEAR_INTERPOLATION : DERIVED;
    }
}
