import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import WebApp

/// Time is that of the channel: nobody waits.
@Suite("Connections that take too long")
struct ConnectionTimesTests {
  private static let limits = ConnectionTimes.Limits()
  private static let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1", path: "/")

  private func channel() throws -> EmbeddedChannel {
    let handler = ConnectionTimes(Self.limits, among: WaitingConnections(places: 256))
    let channel = EmbeddedChannel(handler: handler)
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80)).wait()
    return channel
  }

  private func pass(_ time: TimeAmount, _ channel: EmbeddedChannel) {
    channel.embeddedEventLoop.advanceTime(by: time)
  }

  @Test("headers that don't come")
  func head() throws {
    let channel = try channel()
    pass(Self.limits.head - .milliseconds(1), channel)
    #expect(channel.isActive)
    pass(.milliseconds(1), channel)
    #expect(!channel.isActive)
  }

  @Test("a body that comes byte by byte")
  func body() throws {
    let channel = try channel()
    try channel.writeInbound(HTTPRequestPart.head(Self.request))
    pass(Self.limits.head, channel)
    #expect(channel.isActive)
    try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
    pass(Self.limits.body - Self.limits.head, channel)
    #expect(!channel.isActive)
  }

  @Test("a response that nobody takes")
  func response() throws {
    let channel = try channel()
    try channel.writeInbound(HTTPRequestPart.head(Self.request))
    try channel.writeInbound(HTTPRequestPart.end(nil))
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    pass(Self.limits.response - .milliseconds(1), channel)
    #expect(channel.isActive)
    pass(.milliseconds(1), channel)
    #expect(!channel.isActive)
  }

  @Test("after a response there is time for another request")
  func another() throws {
    let channel = try channel()
    for _ in 0..<3 {
      pass(Self.limits.head - .milliseconds(1), channel)
      try channel.writeInbound(HTTPRequestPart.head(Self.request))
      try channel.writeInbound(HTTPRequestPart.end(nil))
      try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
      try channel.writeOutbound(HTTPResponsePart.end(nil))
    }
    #expect(channel.isActive)
    pass(Self.limits.head, channel)
    #expect(!channel.isActive)
  }

  @Test("what comes behind a response that needed not all of it")
  func rest() throws {
    let channel = try channel()
    try channel.writeInbound(HTTPRequestPart.head(Self.request))
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    guard case .head(let head) = try channel.readOutbound(as: HTTPResponsePart.self) else {
      Issue.record("there is no response")
      return
    }
    #expect(head.headerFields[.connection] == "close")
    try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
    pass(Self.limits.rest, channel)
    #expect(!channel.isActive)
  }

  @Test("a request that was sent before the answer to the one before it")
  func pipelined() throws {
    let channel = try channel()
    for _ in 0..<2 {
      try channel.writeInbound(HTTPRequestPart.head(Self.request))
      try channel.writeInbound(HTTPRequestPart.end(nil))
    }
    for _ in 0..<2 {
      try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
      try channel.writeOutbound(HTTPResponsePart.end(nil))
      pass(Self.limits.rest, channel)
    }
    while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
      if case .head(let head) = part { #expect(head.headerFields[.connection] == nil) }
    }
    #expect(channel.isActive)
  }

  @Test("a response that needed not all of a request, once that is all there")
  func allThere() throws {
    let channel = try channel()
    try channel.writeInbound(HTTPRequestPart.head(Self.request))
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    try channel.writeInbound(HTTPRequestPart.end(nil))
    pass(.zero, channel)
    #expect(!channel.isActive)
  }
}
