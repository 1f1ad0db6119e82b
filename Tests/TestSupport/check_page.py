"""Reads an HTML page from standard input with a strict parser, and prints what is wrong with it, a line each.

With the argument `site` it is a page of the site: it may hold forms, lead to other pages of the site, and load its one
stylesheet and its one script.
"""

import sys

import html5lib

ALLOWED_ATTRIBUTES = {
    "aria-hidden", "aria-label", "charset", "class", "content", "href", "http-equiv", "id", "lang", "name", "role",
    "scope", "tabindex", "title",
}
ALLOWED_IN_CHOICES = {"checked", "for", "name", "type"}
ALLOWED_IN_DRAWINGS = {
    "fill", "height", "patternTransform", "patternUnits", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
}
SITE = sys.argv[1:] == ["site"]
ALLOWED_IN_SITE = {"link", "form", "script"}
LABELLED = {"input", "select", "textarea"}
DRAWINGS = "{http://www.w3.org/2000/svg}"
DRAWN = {"defs", "line", "pattern", "rect", "svg", "text"}
FORBIDDEN = {"base", "embed", "form", "iframe", "img", "link", "object", "script"}


def problems_of_site(element):
    for name in element.attrib:
        if name == "style" or name.startswith("on"):
            yield f"<{element.tag}> has the attribute {name}"
    if element.tag == "script" and (element.text or not element.attrib.get("src", "").startswith("/assets/")):
        yield "a script is not a file of the site"
    if element.tag == "form" and not (element.attrib.get("action", "").startswith("/") and "method" in element.attrib):
        yield "a form leads elsewhere"
    if element.tag == "button" and "".join(element.itertext()).strip() == "":
        yield "a button has no name"


def problems(page):
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    ids, targets, fields, level = set(), [], set(), 0
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in FORBIDDEN - (ALLOWED_IN_SITE if SITE else set()):
            yield f"<{element.tag}> has no place in the page"
        allowed = ALLOWED_ATTRIBUTES
        if element.tag in ("input", "label"):
            allowed = allowed | ALLOWED_IN_CHOICES
            if not SITE and element.tag == "input" and element.attrib.get("type") != "radio":
                yield "an input is no choice"
        if element.tag.startswith(DRAWINGS):
            allowed = allowed | ALLOWED_IN_DRAWINGS
            if element.tag.removeprefix(DRAWINGS) not in DRAWN:
                yield f"{element.tag} has no place in a drawing"
            fill = element.attrib.get("fill")
            if fill is not None and fill.startswith("url("):
                targets.append(fill.removeprefix("url(").removesuffix(")"))
        if "for" in element.attrib:
            targets.append("#" + element.attrib["for"])
        if SITE:
            yield from problems_of_site(element)
            if element.tag in LABELLED and element.attrib.get("type") != "hidden":
                fields.add(element.attrib.get("id"))
            targets += ["#" + name for name in element.attrib.get("aria-describedby", "").split()]
            targets += ["#" + name for name in element.attrib.get("aria-labelledby", "").split()]
        else:
            for name in set(element.attrib) - allowed:
                yield f"<{element.tag}> has the attribute {name}"
        if "id" in element.attrib:
            if element.attrib["id"] in ids:
                yield f"two elements have the id {element.attrib['id']}"
            ids.add(element.attrib["id"])
        if "href" in element.attrib:
            targets.append(element.attrib["href"])
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            if int(element.tag[1]) > level + 1:
                yield f"<{element.tag}> follows <h{level}>: {''.join(element.itertext())}"
            level = int(element.tag[1])
        if element.tag == "table" and (len(element) == 0 or element[0].tag != "caption"):
            yield "a table has no caption"
    for field in fields - {each.attrib.get("for") for each in tree.iter("label")}:
        yield f"the field {field} has no label"
    for target in targets:
        if SITE and target.startswith("/") and not target.startswith("//"):
            continue
        if not target.startswith("#") or target[1:] not in ids:
            yield f"{target} leads nowhere"
    labels = [each.attrib["aria-label"] for each in tree.iter("div") if each.attrib.get("role") == "region"]
    for label in set(labels):
        if labels.count(label) > 1:
            yield f"two regions are called {label}"
    if tree.attrib.get("lang") != "en":
        yield "the page does not say its language"


try:
    for problem in problems(sys.stdin.buffer.read().decode()):
        print(problem)
except html5lib.html5parser.ParseError as error:
    print(f"not HTML: {error}")
