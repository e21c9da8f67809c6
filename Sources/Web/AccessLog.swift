import Hummingbird
import Logging
import Values

/// One line for each request: method, route, status, milliseconds, bytes. No address, no name, no parameter, no path
/// with an id: what a person did stands in the event log, not here.
package struct AccessLogMiddleware: RouterMiddleware {
    private let now: @Sendable () -> Moment

    package init(now: @escaping @Sendable () -> Moment) {
        self.now = now
    }

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = now()
        let response = try await next(request, context)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "-")",
                "status": "\(response.status.code)",
                "milliseconds": "\(now().milliseconds - start.milliseconds)",
                "bytes": "\(response.body.contentLength ?? -1)",
            ])
        return response
    }
}
