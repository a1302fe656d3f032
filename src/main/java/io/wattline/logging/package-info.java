/** One line an event, in UTC, without secrets. */
package io.wattline.logging;
