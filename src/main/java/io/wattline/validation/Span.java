package io.wattline.validation;

/**
 * How many slots the energy of a reading covers.
 *
 * @param slots  1 for its own, more where it caught up; 2 where nobody knows how many
 * @param method what {@code quality_method} says of it; null for its own slot only
 */
record Span(int slots, String method) {

    static final Span OWN = new Span(1, null);
}
