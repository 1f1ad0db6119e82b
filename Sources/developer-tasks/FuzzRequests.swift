internal import Foundation

/// What a browser, its script and a program send to the server; what only the server knows is filled in by the target.
enum FuzzRequests {
  static let all = texts.map { $0.replacingOccurrences(of: "\n", with: "\r\n") }

  private static let texts = [
    get("/"), get("/health"), get("/project?file=project.yaml"), get("/project/questions?file=project.yaml&group=ihl"),
    get("/review?file=project.yaml"), get("/project/report?file=project.yaml&format=sarif"),
    get("/project/explain?file=project.yaml&name=hc-abort-beats-effect"), get("/assets/app.js"), get("/api/v1/packs"),
    get("/api/v1/questions?pack=ihl"), get("/api/v1/openapi.json"),
    get("/api/v1/projects/assessment?file=project.yaml"),
    form("/project/answer", "file=project.yaml&question=control.abort_latency_s&value=1.2&version="),
    form("/project/answer", "file=project.yaml&question=scope.target_classes&value=none&value=persons"),
    form("/project/answer/remove", "file=project.yaml&question=control.abort_latency_s"),
    form("/projects", "project.name=Selat+Watch&project.stage=test"),
    form("/review/start", "file=project.yaml&by=Lt+Col+Tan"),
    form("/review/claim", "file=project.yaml&about=hc-abort-beats-effect&by=Lt+Col+Tan&rank=5&reason=seen"),
    """
    POST /project/evidence HTTP/1.1
    Host: 127.0.0.1:{PORT}
    Origin: http://127.0.0.1:{PORT}
    Cookie: {COOKIE}
    Content-Type: multipart/form-data; boundary=x
    Content-Length: {LENGTH}

    --x
    Content-Disposition: form-data; name="token"

    {TOKEN}
    --x
    Content-Disposition: form-data; name="file"

    project.yaml
    --x
    Content-Disposition: form-data; name="supports"

    control.abort_latency_s
    --x
    Content-Disposition: form-data; name="evidence"; filename="a.pdf"
    Content-Type: application/pdf

    %PDF
    --x--

    """,
    api("/api/v1/assessments", "application/yaml", "answerable: project/1\nproject: {name: A}\n"),
    api("/api/v1/assessments", "application/json", "{\"answerable\": \"project/1\", \"project\": {\"name\": \"A\"}}"),
    api("/api/v1/next-questions", "application/yaml", "answerable: project/1\nscope: {target_classes: [none]}\n"),
  ]

  private static func get(_ path: String) -> String {
    "GET \(path) HTTP/1.1\nHost: 127.0.0.1:{PORT}\nCookie: {COOKIE}\nAccept: */*\n\n"
  }

  private static func form(_ path: String, _ fields: String) -> String {
    "POST \(path) HTTP/1.1\nHost: 127.0.0.1:{PORT}\nOrigin: http://127.0.0.1:{PORT}\nCookie: {COOKIE}\n"
      + "Content-Type: application/x-www-form-urlencoded\nContent-Length: {LENGTH}\n\ntoken={TOKEN}&\(fields)"
  }

  private static func api(_ path: String, _ type: String, _ body: String) -> String {
    "POST \(path) HTTP/1.1\nHost: 127.0.0.1:{PORT}\nContent-Type: \(type)\nContent-Length: {LENGTH}\n\n\(body)"
  }
}
