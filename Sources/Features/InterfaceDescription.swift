import Hummingbird
import NIOCore
import Values
import Web

extension RouteTable {
    /// Adds the page that gives the description of the interface to anyone.
    ///
    /// - Parameter text: the content of `openapi.yaml`, which Server read.
    package mutating func addDescription(_ text: String) {
        let bytes = ByteBuffer(string: text)
        question("/api/v1/openapi.yaml", .readPublicPages) { _ in
            Response(
                status: .ok, headers: [.contentType: "application/yaml; charset=utf-8"],
                body: ResponseBody(byteBuffer: bytes))
        }
    }
}
