import Hummingbird
import NIOCore
import Values

/// Answers in the forms that routes give.
package enum Reply {
    /// A page; not kept by any cache unless `cacheControl` says so.
    package static func page(_ html: HTML, status: HTTPResponse.Status = .ok, cacheControl: String? = nil) -> Response {
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
        if let cacheControl { headers[.cacheControl] = cacheControl }
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    /// Sends the browser to another page by GET, after something was changed (303).
    package static func see(_ link: Link) -> Response {
        Response(status: .seeOther, headers: [.location: link.text])
    }

    /// A file for download or display; `fileName` in any script.
    package static func file(_ bytes: [UInt8], mediaType: String, fileName: String?, status: HTTPResponse.Status)
        -> Response
    {
        var headers: HTTPFields = [.contentType: mediaType]
        if let fileName {
            headers[.contentDisposition] = "attachment; filename*=UTF-8''\(Link.encoded(fileName))"
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// JSON in its canonical form.
    package static func json(_ json: JSON, status: HTTPResponse.Status = .ok) -> Response {
        self.json(bytes: json.canonical, status: status)
    }

    /// JSON that is already written, for example stored records.
    package static func json(bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
