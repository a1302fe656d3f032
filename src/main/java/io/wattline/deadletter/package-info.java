/** What was set aside, and how people look into it, replay it and close it. Plain Java. */
package io.wattline.deadletter;
