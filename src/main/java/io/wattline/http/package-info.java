/**
 * The HTTP server: API, event stream and dashboard.
 *
 * <p>{@code openapi.yaml} ({@link io.wattline.http.ApiDocument}) says what the API is: routes are made of it, arguments
 * are checked by it, and tests compare responses with it. A request passes {@link io.wattline.http.HttpGuard}, which
 * asks {@link io.wattline.http.Admission} whether it is allowed; then the route of its operation
 * ({@link io.wattline.http.ApiRoutes}); then {@link io.wattline.http.HttpApi}, which reads the arguments
 * ({@link io.wattline.http.ArgumentReader}), calls the {@link io.wattline.http.OperationHandler} and audits actions.
 * {@link io.wattline.http.SqlHandler} handles every operation that is only a statement in {@code db/web}; the other
 * handlers add what SQL does not know, or act on other features. {@link io.wattline.http.Overview} and
 * {@link io.wattline.http.EventStream} keep open dashboards up to date, {@link io.wattline.http.DashboardFiles} serves
 * the dashboard's files.
 *
 * <p>{@link io.wattline.http.HttpModule} puts it together; {@link io.wattline.http.ApiFeatures} lists what it uses of
 * other features. Camel and Vert.x stay in the module, the guard, the event stream, the routes and the policy; the rest
 * is plain Java.
 */
package io.wattline.http;
