/** What can be set, where it is set, and what is wrong with it. */
package io.wattline.settings;
