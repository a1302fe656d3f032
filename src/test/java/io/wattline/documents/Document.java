package io.wattline.documents;

/**
 * A file of the repository that is written from what the program itself goes by, so that it cannot say anything else.
 */
interface Document {

    /** Below the checkout, such as {@code docs/lineage.md}. */
    String path();

    /** The whole file: the same for the same checkout, wherever and whenever it is written. */
    String text();

    /** The line under the heading. */
    static String note(String of) {
        return "*Written from " + of + "; do not edit it. Renew it with:* `" + Documents.COMMAND + "`";
    }
}
