import Foundation
import Values

/// One keep-alive connection to the server under measure: blocking calls on the caller's own thread, so that the
/// client costs as little as it can. Knows only what the server sends: HTTP/1.1 with `Content-Length`.
///
/// A class, because it owns a socket.
final class BenchClient {
    struct Reply {
        let status: Int
        /// Lines of the head after the first, as sent.
        let head: String
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }

        /// Every `Set-Cookie` as `name=value`, ready for the header `Cookie`.
        var cookies: [String] {
            head.split(separator: "\r\n").compactMap { line in
                guard line.lowercased().hasPrefix("set-cookie:") else { return nil }
                return line.dropFirst("set-cookie:".count).split(separator: ";").first
                    .map { $0.trimmingCharacters(in: .whitespaces) }
            }
        }
    }

    private let socket: Int32
    private let host: String
    private var buffer: [UInt8] = []
    private var chunk = [UInt8](repeating: 0, count: 65_536)

    /// Connects to a port of this machine. Throws `Failure.unavailable` when nobody listens.
    init(port: Int) throws(Failure) {
        host = "127.0.0.1:\(port)"
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = BenchClient.address(port: port)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            close(socket)
            throw BenchClient.broken("nobody listens on port \(port)")
        }
        var isOn: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(socket) }

    func get(_ path: String, headers: String) throws(Failure) -> Reply {
        try send("GET \(path) HTTP/1.1\r\nHost: \(host)\r\n\(headers)\r\n")
    }

    func post(_ path: String, headers: String, body: String) throws(Failure) -> Reply {
        try send(
            "POST \(path) HTTP/1.1\r\nHost: \(host)\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// A port that nobody uses now.
    static func freePort() throws(Failure) -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = BenchClient.address(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw broken("no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func address(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private func send(_ text: String) throws(Failure) -> Reply {
        var text = text
        let isSent = text.withUTF8 { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Glibc.send(socket, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, noSignal)
                if count <= 0 { return false }
                sent += count
            }
            return true
        }
        guard isSent else { throw BenchClient.broken("the server closed the connection") }
        return try receive()
    }

    private func receive() throws(Failure) -> Reply {
        buffer.removeAll(keepingCapacity: true)
        var headEnd: Int?
        var length = 0
        var head = ""
        while true {
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { throw BenchClient.broken("the server closed the connection") }
            buffer += chunk[..<count]
            if headEnd == nil, let end = endOfHead() {
                headEnd = end
                head = String(decoding: buffer[..<end], as: UTF8.self)
                length = try contentLength(head)
            }
            if let headEnd, buffer.count >= headEnd + length {
                let status = Int(head.dropFirst("HTTP/1.1 ".count).prefix(3)) ?? 0
                return Reply(status: status, head: head, body: Array(buffer[headEnd..<headEnd + length]))
            }
        }
    }

    private func endOfHead() -> Int? {
        guard buffer.count >= 4 else { return nil }
        for index in 3..<buffer.count
        where buffer[index] == 10 && buffer[index - 1] == 13 && buffer[index - 2] == 10 && buffer[index - 3] == 13 {
            return index + 1
        }
        return nil
    }

    private func contentLength(_ head: String) throws(Failure) -> Int {
        for line in head.utf8.split(separator: 10) {
            guard line.count > 16, line.starts(with: BenchClient.lengthName, by: { $0 | 32 == $1 | 32 }) else {
                continue
            }
            let digits = line.dropFirst(BenchClient.lengthName.count).filter { (48...57).contains($0) }
            return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        }
        throw BenchClient.broken("an answer without Content-Length: \(head)")
    }

    private static let lengthName = Array("content-length:".utf8)

    static func broken(_ sentence: String) -> Failure {
        .unavailable(Wording(zh: "测量中断：\(sentence)", en: "the measurement broke off: \(sentence)"))
    }
}

private let noSignal = Int32(MSG_NOSIGNAL)
