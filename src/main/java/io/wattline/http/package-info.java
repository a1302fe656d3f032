/** The JSON and CSV API: what {@code openapi.yaml} says is what routes are made of, what arguments are checked by and what is answered. Plain Java. */
package io.wattline.http;
