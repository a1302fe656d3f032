package io.wattline.http;

/**
 * Who stands at the door: what a request says of itself, before anything of it is read. What it does not say is null.
 *
 * @param host          of header Host, with the port
 * @param authorization header Authorization
 * @param origin        header Origin: the page that a browser sends from
 * @param fetchSite     header Sec-Fetch-Site: how that page is related to us, by the browser's own word
 * @param contentType   header Content-Type
 */
public record RequestHead(String method, String path, String host, String authorization, String origin, String fetchSite, String contentType) {
}
