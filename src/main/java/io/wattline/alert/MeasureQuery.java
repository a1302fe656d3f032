package io.wattline.alert;

/** A measure that the database answers during an evaluation: the body of route {@code alerts-measure}. */
public record MeasureQuery(Evaluation evaluation, MeasureRequest request) {

    /** Of {@code db/sql/measure-<file>.sql}. */
    public String file() {
        return request.measure().file();
    }
}
