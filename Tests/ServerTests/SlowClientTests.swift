import Foundation
import Glibc
import Testing

@testable import Server

/// Clients that hold a connection without using it are let go; those who use it are not.
@Suite(.serialized) struct SlowClientTests {
    @Test func `a connection without a head, with half a one, or with a body that drips is closed`() async throws {
        try await ServerFolder.with { folder in
            let server = try ServerProcess(["--patience", "1"] + folder.options)
            defer {
                ServerProcess.kill(server.id)
                server.waitUntilGone()
            }
            let silent = try RawSocket(port: server.port)
            let half = try RawSocket(port: server.port)
            let dripping = try RawSocket(port: server.port)
            let kept = try RawSocket(port: server.port)
            half.send("GET /api/v1/openapi.yaml HTTP/1.1\r\nHost: a\r\nX-A: ")
            dripping.send("POST /api/v1/cases HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n{")
            kept.send("GET /api/v1/me HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(kept.read(forSeconds: 5).hasPrefix("HTTP/1.1 401"))
            // One letter after another, for longer than the server is patient.
            for _ in 0..<12 {
                half.send("a")
                dripping.send(" ")
                _ = try RawSocket(port: server.port).isReadable(forMilliseconds: 250)
            }
            #expect(silent.isClosed(withinSeconds: 5))
            #expect(half.isClosed(withinSeconds: 5))
            #expect(dripping.isClosed(withinSeconds: 5))
            #expect(kept.isClosed(withinSeconds: 5))
            // A body that comes as fast as a poor line gives it is taken: 8 KB in two seconds.
            let slow = try RawSocket(port: server.port)
            slow.send(
                "POST /api/v1/cases HTTP/1.1\r\nHost: a\r\nContent-Length: 8192\r\n\r\n"
            )
            for _ in 0..<8 {
                slow.send(String(repeating: " ", count: 1024))
                _ = slow.isReadable(forMilliseconds: 250)
            }
            #expect(slow.read(forSeconds: 5).hasPrefix("HTTP/1.1 401"))
            let next = try BenchClient(port: server.port)
            #expect(try next.get("/api/v1/openapi.yaml", headers: "").status == 200)
        }
    }
}

/// A connection that sends what the test says, byte by byte. A class because it owns the socket.
private final class RawSocket {
    private let socket: Int32

    struct NotConnected: Error {}

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let own = socket
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(own, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw NotConnected() }
    }

    deinit { close(socket) }

    func send(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// The first bytes of the answer; empty when none came.
    func read(forSeconds seconds: Int) -> String {
        guard isReadable(forMilliseconds: seconds * 1000) else { return "" }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = recv(socket, &bytes, bytes.count, 0)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : ""
    }

    /// Whether the server ends the connection; answers before that are passed over.
    func isClosed(withinSeconds seconds: Int) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while isReadable(forMilliseconds: seconds * 1000) {
            if recv(socket, &bytes, bytes.count, 0) <= 0 { return true }
        }
        return false
    }

    /// Waits so long for bytes or the end.
    func isReadable(forMilliseconds milliseconds: Int) -> Bool {
        var poll = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, Int32(milliseconds)) > 0
    }
}
