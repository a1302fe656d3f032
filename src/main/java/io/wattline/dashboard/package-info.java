/** The page that people look at: files of this jar and a library for charts, handed to browsers. What it shows comes from the JSON API. */
package io.wattline.dashboard;
