/** Settings files in YAML, read so that every complaint can name its line. */
package io.wattline.yaml;
