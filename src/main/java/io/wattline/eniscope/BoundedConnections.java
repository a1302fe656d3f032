package io.wattline.eniscope;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;

/**
 * Connections to the source whose responses have headers of a limited size. The HTTP client has no limit of its own,
 * and an endless header would fill the memory.
 */
final class BoundedConnections {

    private static final int HEADERS_MAX = 100;
    private static final int LINE_MAX = 16 * 1024;

    private BoundedConnections() {
    }

    static HttpClientConnectionManager of(RequestSettings requests) {
        Http1Config headers =
                Http1Config.custom().setMaxHeaderCount(HEADERS_MAX).setMaxLineLength(LINE_MAX).build();
        long connectMillis = requests.connectTimeout().toMillis();
        int silenceMillis = Math.toIntExact(requests.responseTimeout().toMillis());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(headers).build())
                .setMaxConnPerRoute(requests.requestsInFlight())
                .setMaxConnTotal(requests.requestsInFlight())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(silenceMillis, TimeUnit.MILLISECONDS).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connectMillis, TimeUnit.MILLISECONDS)
                        .setSocketTimeout(silenceMillis, TimeUnit.MILLISECONDS)
                        .build())
                .build();
    }
}
