extension HTMLPageWriter {
  /// All lengths are units of the drawing, which is as wide as the page lets it be.
  private enum Size {
    static let width = 880
    static let names = 340
    static let bars = 490
    static let row = 28
    static let bar = 20
    /// Letters of a name that have room.
    static let letters = 44
    /// A number stands inside a part that is at least as wide as this for each of its digits.
    static let digit = 9
  }

  /// The drawing, what its forms mean, and the same in numbers.
  func write(_ chart: Chart, _ html: inout HTMLWriter) {
    html.element(.figure, [.id(chart.anchor)]) { html in
      html.element(.figcaption, text: chart.caption)
      writeLegend(chart, &html)
      html.element(.div, [.styled("drawing"), .role("region"), .label(chart.caption), .tabIndex(0)]) { html in
        let attributes: [HTMLAttribute] = [
          .viewBox(Size.width, Size.row * chart.bars.count), .role("img"),
          .label("\(chart.caption): bars; the table below has the numbers"),
        ]
        html.element(.svg, attributes) { html in
          writePatterns(chart, &html)
          let most = max(1, chart.bars.map { $0.counts.reduce(0, +) }.max() ?? 1)
          for (index, bar) in chart.bars.enumerated() { write(bar, chart, y: Size.row * index, most: most, &html) }
        }
      }
      write(chart.table, &html)
    }
  }

  private func writeLegend(_ chart: Chart, _ html: inout HTMLWriter) {
    html.element(.ul, [.styled("legend")]) { html in
      for series in chart.series {
        html.element(.li) { html in
          html.element(.svg, [.styled("swatch"), .viewBox(18, 12), .hidden]) { html in
            html.element(.rect, HTMLAttribute.box(0, 0, 18, 12) + style(series.form, chart))
          }
          html.text(series.name)
        }
      }
    }
  }

  private func writePatterns(_ chart: Chart, _ html: inout HTMLWriter) {
    html.element(.defs) { html in
      html.element(
        .pattern, [.id(pattern(.hatched, chart))] + HTMLAttribute.box(0, 0, 6, 6) + HTMLAttribute.slantedPattern
      ) { html in
        html.element(.rect, HTMLAttribute.box(0, 0, 6, 6) + [.styled("hatched-ground")])
        html.element(.line, HTMLAttribute.ends(0, 0, 0, 6) + [.styled("hatched-line")])
      }
      html.element(
        .pattern, [.id(pattern(.dotted, chart))] + HTMLAttribute.box(0, 0, 6, 6) + HTMLAttribute.slantedPattern
      ) { html in
        html.element(.rect, HTMLAttribute.box(0, 0, 6, 6) + [.styled("dotted-ground")])
        html.element(.rect, HTMLAttribute.box(2, 2, 3, 3) + [.styled("dotted-dot")])
      }
    }
  }

  private func write(_ bar: Chart.Bar, _ chart: Chart, y: Int, most: Int, _ html: inout HTMLWriter) {
    let middle = y + Size.bar / 2 + 5
    let name = bar.name.words.unicodeScalars
    let shown = name.count > Size.letters ? String(name.prefix(Size.letters - 1)) + "…" : String(name)
    html.element(.text, HTMLAttribute.position(Size.names - 10, middle) + [.styled("bar-name")], text: shown)
    var done = 0
    for (series, count) in zip(chart.series, bar.counts) where count > 0 {
      let start = Size.names + done * Size.bars / most
      done += count
      let width = Size.names + done * Size.bars / most - start
      html.element(.rect, HTMLAttribute.box(start, y, width, Size.bar) + style(series.form, chart))
      if width >= 6 + Size.digit * String(count).utf8.count {
        html.element(
          .text,
          HTMLAttribute.position(start + width / 2, middle)
            + [series.form == .solid ? .styled("part-count on-solid") : .styled("part-count")],
          text: String(count))
      }
    }
    let end = Size.names + done * Size.bars / most + 8
    html.element(.text, HTMLAttribute.position(end, middle) + [.styled("bar-count")], text: String(done))
  }

  private func pattern(_ form: Chart.Form, _ chart: Chart) -> String { "\(chart.anchor)-\(form.rawValue)" }

  private func style(_ form: Chart.Form, _ chart: Chart) -> [HTMLAttribute] {
    switch form {
    case .solid: [.styled("part solid")]
    case .hatched: [.styled("part"), .fill(pattern: pattern(form, chart))]
    case .dotted: [.styled("part"), .fill(pattern: pattern(form, chart))]
    case .pale: [.styled("part pale")]
    case .outlined: [.styled("part outlined")]
    case .faint: [.styled("part faint")]
    }
  }
}
