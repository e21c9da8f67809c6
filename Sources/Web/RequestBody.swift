import Hummingbird
import NIOCore
import Values

/// How much a request may bring.
package enum BodyLimit: Int, Sendable {
    /// 1 MB: forms without files, and commands of the API.
    case form = 1_048_576
    /// 21 MB: one file of 20 MB and the form around it.
    case upload = 22_020_096

    /// 20 MB: the largest file that is taken. Every page and every refusal says this figure.
    package static let largestFileInBytes = 20_971_520

    /// What whoever sent more is told: of an upload the file counts, not the form around it.
    package var toldInBytes: Int {
        switch self {
        case .form: rawValue
        case .upload: BodyLimit.largestFileInBytes
        }
    }
}

extension Request {
    /// The whole body.
    ///
    /// - Throws: `.tooLarge` when it is, at once if the sender said so, else as soon as it shows.
    package func bytes(upTo limit: BodyLimit) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap(Int.init), length > limit.rawValue {
            throw Failure.tooLarge(limitInBytes: limit.toldInBytes)
        }
        var bytes: [UInt8] = []
        for try await piece in body {
            guard bytes.count + piece.readableBytes <= limit.rawValue else {
                throw Failure.tooLarge(limitInBytes: limit.toldInBytes)
            }
            bytes.append(contentsOf: piece.readableBytesView)
        }
        return bytes
    }

    /// Throws `.wrongType` unless the content says that it is of this media type.
    package func requireType(_ mediaType: String) throws(Failure) {
        let said = headers[.contentType]?.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        guard said == mediaType else { throw Failure.wrongType(accepted: mediaType) }
    }

    /// A form that was sent, after its token proved that it comes from this site.
    ///
    /// - Throws: `.tooLarge`, `.problems` when it cannot be read, `.forbidden` when the token is not that of the
    ///   reader.
    package func form(upTo limit: BodyLimit, in context: WebContext) async throws -> FormInput {
        let input = try FormInput(
            body: try await bytes(upTo: limit), contentType: headers[.contentType] ?? "", limits: .standard)
        guard input.isFrom(token: context.formToken) else { throw Failure.forbidden(FormInput.expired) }
        return input
    }

    /// The parameters behind `?`.
    package func query() throws(Failure) -> FormInput {
        try FormInput(query: uri.query ?? "", limits: .standard)
    }
}

extension FormInput {
    static let expired = Wording(
        zh: Messages.chinese.failure.formExpiredText, en: Messages.english.failure.formExpiredText)
}
