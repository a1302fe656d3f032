/**
 * Routes as files that people edit while Wattline runs: check, reload, takeover and trial.
 *
 * <p>Reading order: {@link io.wattline.routes.RouteFile} and {@code RouteWalk} (a file as steps and texts with their
 * lines), {@link io.wattline.routes.RouteRule} (what files must keep to) and {@link io.wattline.routes.RouteReview}
 * (all complaints about a set of files), {@link io.wattline.routes.RoutePolicy} (what {@code config/routes.yaml} lets a
 * route reach), {@link io.wattline.routes.RouteCheck} (loads the files in a context of its own, without starting them),
 * {@link io.wattline.routes.RouteReload} (watches {@code routes/} and takes edits over), {@code RouteTakeover}
 * (replaces running routes, all files of an edit together, and back where that fails),
 * {@link io.wattline.routes.SchemaComparison} and {@link io.wattline.routes.Trial} (what edited routes do differently
 * on the recorded day).
 *
 * <p>A refused edit changes nothing: the routes that run go on, and the log names file, line, what was found and what
 * is allowed.
 *
 * <p>The package may use Camel, {@code settings}, {@code database} and {@code yaml}. It knows no feature.
 */
package io.wattline.routes;
