/** Knowing the source: which endpoints it has, which fields it returns, and what of that has changed. */
package io.wattline.discovery;
