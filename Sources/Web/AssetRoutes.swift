import Hummingbird
import NIOCore

/// Serves the files of the interface from memory, to be kept for ever under their hash.
package func addAssetRoutes(to router: some RouterMethods<WebContext>) {
    router.on("/assets/{hash}/{name}", method: .get) { request, context in
        let name = context.parameters.get("name") ?? ""
        guard let asset = Asset.named(name) else { throw HTTPError(.notFound) }
        let isPresent = context.parameters.get("hash") == asset.hash
        return asset.response(to: request, isAddressedByHash: isPresent)
    }
    router.on("/favicon.ico", method: .get) { request, _ in
        Asset.favicon.response(to: request, isAddressedByHash: false)
    }
}

extension Asset {
    fileprivate func response(to request: Request, isAddressedByHash: Bool) -> Response {
        let tag = "\"\(hash)\""
        var headers: HTTPFields = [.contentType: mediaType, .eTag: tag]
        // An old hash finds the present content, which therefore must not be kept under that address.
        headers[.cacheControl] = isAddressedByHash ? "public, max-age=31536000, immutable" : "public, max-age=300"
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
