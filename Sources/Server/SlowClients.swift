import NIOCore
import NIOHTTPTypes

/// Closes connections that hold a place without using it: no complete head within the patience, or a body that comes
/// more slowly than 1 KB a second (慢速攻击).
///
/// A class because the pipeline calls it back; each connection has one, and only its event loop touches it.
final class SlowClientHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Bytes that buy a body one more second.
    static let bytesPerSecond: Int64 = 1024

    private let patience: TimeAmount
    private var alarm: Scheduled<Void>?
    /// Until when the client must have sent more; nil while the server has the word.
    private var deadline: NIODeadline?

    init(patienceInSeconds: Int) {
        patience = .seconds(Int64(patienceInSeconds))
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { wait(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        wait(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: wait(context)
        case .body(let bytes):
            let bought = Int64(bytes.readableBytes) * 1_000_000_000 / SlowClientHandler.bytesPerSecond
            deadline = deadline.map { $0 + .nanoseconds(bought) }
        case .end: deadline = nil
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // Answered: from here the next request is waited for, as long as for the first.
        if case .end = unwrapOutboundIn(data) { wait(context) }
        context.write(data, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        alarm = nil
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        alarm?.cancel()
        alarm = nil
    }

    private func wait(_ context: ChannelHandlerContext) {
        deadline = .now() + patience
        if alarm == nil { arm(context, at: .now() + patience) }
    }

    private func arm(_ context: ChannelHandlerContext, at time: NIODeadline) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(deadline: time) {
            let (handler, context) = bound.value
            handler.ring(context)
        }
    }

    private func ring(_ context: ChannelHandlerContext) {
        alarm = nil
        guard let deadline else {
            arm(context, at: .now() + patience)
            return
        }
        if deadline <= .now() {
            context.close(promise: nil)
        } else {
            arm(context, at: deadline)
        }
    }
}
