/** The rules of {@code config/rules.yaml}: which readings are kept, which are kept but marked, which are set aside. */
package io.wattline.validation;
