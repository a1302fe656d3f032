/** Whether Wattline works, part by part. */
package io.wattline.health;
