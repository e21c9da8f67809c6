import HTTPTypes
import Hummingbird
import Logging
import Values

/// Turns whatever is thrown behind it into an answer, and writes what we did wrong to the log.
///
/// Stands at the outside for everything, and once more behind the session, so that error pages know who reads them.
package struct ErrorMiddleware: RouterMiddleware {
    private let site: Site

    package init(site: Site) {
        self.site = site
    }

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let kept as KeptForm {
            return answer(kept.failure, kept: kept, to: request, in: context)
        } catch let failure as Failure {
            return answer(failure, kept: nil, to: request, in: context)
        } catch let error as HTTPError {
            return answer(ErrorMiddleware.failure(of: error), kept: nil, to: request, in: context)
        } catch {
            return answer(.defect("\(error)"), kept: nil, to: request, in: context)
        }
    }

    private func answer(_ failure: Failure, kept: KeptForm?, to request: Request, in context: WebContext) -> Response {
        if case .defect(let text) = failure {
            context.logger.error("defect", metadata: ["text": "\(text)", "route": "\(context.endpointPath ?? "-")"])
        }
        let page = ErrorPage(failure, reference: context.requestName, kept: kept)
        var response: Response
        if request.uri.path.hasPrefix("/api/") {
            response = Reply.json(page.problemJSON(in: context.language), status: page.status)
            response.headers[.contentType] = "application/problem+json"
        } else if failure == .signInNeeded, request.method == .get {
            return Reply.see(site.navigation.signIn.with([("to", context.here.text)]))
        } else {
            response = Reply.page(page.html(on: site, for: context.reader), status: page.status)
        }
        if case .tooMany(let seconds) = failure { response.headers[.retryAfter] = String(seconds) }
        if case .wrongMethod(let allowed) = failure { response.headers[.allow] = allowed.joined(separator: ", ") }
        if failure == .signInNeeded { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }

    /// What the router itself throws.
    private static func failure(of error: HTTPError) -> Failure {
        switch error.status {
        case .notFound, .methodNotAllowed:
            .notFound(
                Wording(zh: Messages.chinese.failure.notFoundText, en: Messages.english.failure.notFoundText))
        case .contentTooLarge: .tooLarge(limitInBytes: BodyLimit.form.rawValue)
        case .badRequest, .unprocessableContent, .unsupportedMediaType: FormInput.unreadable
        case .unauthorized: .signInNeeded
        default: .defect("\(error)")
        }
    }
}
