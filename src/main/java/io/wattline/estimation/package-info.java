/** Readings that the source does not have, estimated where that is honest: after the source has said no, by the methods of {@code config/estimation.yaml}, and marked. */
package io.wattline.estimation;
