/** What is missing of what should exist, and why. */
package io.wattline.gap;
