//! Drawings: SVG files to shapes, through a list of allowed elements, attributes and values.
//!
//! It must never let through anything that could run, load something, reach outside the drawing or ignore the theme.

use super::fault::{Fault, FaultKind};
use super::ids::Ids;
use super::source::{Source, forbidden};
use crate::article::{Picture, Shape, ShapeTag};
use roxmltree::{Attribute, Document, Node};
use std::collections::BTreeSet;
use std::path::Path;

const SVG: &str = "http://www.w3.org/2000/svg";

#[rustfmt::skip] // By kind: place, look, text, patterns and markers.
const ATTRIBUTES: [&str; 52] = [
    "id", "class", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points",
    "transform", "rotate",
    "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity",
    "fill-opacity", "opacity", "vector-effect", "fill-rule", "clip-rule",
    "text-anchor", "dominant-baseline", "font-size", "font-style", "font-weight", "letter-spacing", "dx", "dy",
    "viewBox", "preserveAspectRatio", "patternUnits", "patternTransform", "patternContentUnits",
    "markerWidth", "markerHeight", "refX", "refY", "orient", "marker-start", "marker-mid", "marker-end",
];

/// The look of these follows the theme.
const CLASSES: [&str; 6] = ["f-axis", "f-line", "f-dash", "f-dot", "f-it", "f-small"];

/// So do these colours.
const PAINTS: [&str; 8] = [
    "currentColor",
    "none",
    "var(--accent)",
    "var(--paper)",
    "var(--tint)",
    "var(--edge)",
    "var(--rule)",
    "var(--ink-2)",
];

/// The smallest type that stays legible on a phone.
const SMALLEST: f64 = 14.0;

/// Reads a drawing; none if it has faults. Its ids join those of the page.
pub(super) fn read(path: &Path, figure: &str, ids: &mut Ids, faults: &mut Vec<Fault>) -> Option<Picture> {
    let before = faults.len();
    let source = Source::read(path, faults)?;
    let document = match Document::parse(&source.text) {
        Ok(document) => document,
        Err(error) => {
            let message = error.to_string();
            faults.push(Fault::new(path, error.pos().row, FaultKind::DrawingXml { message }));
            return None;
        }
    };
    let names = document.descendants().filter_map(|node| node.attribute("id")).collect();
    let mut reading = Reading { source: &source, figure, names, ids, faults };
    let picture = reading.drawing(document.root_element());
    picture.filter(|_| faults.len() == before)
}

struct Reading<'a> {
    source: &'a Source,
    figure: &'a str,
    /// The ids of the file.
    names: BTreeSet<&'a str>,
    ids: &'a mut Ids,
    faults: &'a mut Vec<Fault>,
}

impl Reading<'_> {
    fn fault(&mut self, offset: usize, kind: FaultKind) {
        self.faults.push(Fault::new(&self.source.path, self.source.line(offset), kind));
    }

    fn drawing(&mut self, root: Node<'_, '_>) -> Option<Picture> {
        if !root.has_tag_name((SVG, "svg")) {
            self.fault(root.range().start, FaultKind::DrawingRoot);
            return None;
        }
        for attribute in root.attributes().filter(|attribute| !is_plain(attribute, "viewBox")) {
            self.refuse(root, &attribute);
        }
        let view_box = root.attribute("viewBox").unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if !is_view_box(&view_box) {
            self.fault(root.range().start, FaultKind::DrawingRoot);
        }
        let (shapes, _) = self.children(root, 0);
        Some(Picture::Drawing { view_box, shapes })
    }

    /// Child elements, and the words before the first of them.
    fn children(&mut self, parent: Node<'_, '_>, depth: usize) -> (Vec<Shape>, String) {
        let holds_text = matches!(parent.tag_name().name(), "text" | "tspan");
        let (mut shapes, mut words) = (Vec::new(), String::new());
        for node in parent.children() {
            if node.is_element() {
                shapes.extend(self.shape(node, depth));
            } else if node.is_text() {
                let text = collapsed(node.text().unwrap_or_default());
                if holds_text {
                    self.characters(&text, node.range().start);
                    if shapes.is_empty() {
                        words.push_str(&text);
                    } else if !text.is_empty() {
                        shapes.push(span(text));
                    }
                } else if !text.trim().is_empty() {
                    let element = parent.tag_name().name().to_owned();
                    self.fault(node.range().start, FaultKind::DrawingText { element });
                }
            } else if node.is_pi() {
                self.fault(node.range().start, FaultKind::DrawingElement { element: "<?…?>".to_owned() });
            }
        }
        (shapes, words)
    }

    fn shape(&mut self, node: Node<'_, '_>, depth: usize) -> Option<Shape> {
        let at = node.range().start;
        let name = node.tag_name().name();
        let Some(tag) = tag(name).filter(|_| node.tag_name().namespace() == Some(SVG)) else {
            self.fault(at, FaultKind::DrawingElement { element: name.to_owned() });
            return None;
        };
        if depth > DEEPEST {
            self.fault(at, FaultKind::TooDeep);
            return None;
        }
        let mut attributes = Vec::new();
        for attribute in node.attributes() {
            if ATTRIBUTES.iter().any(|allowed| is_plain(&attribute, allowed)) {
                self.value(&attribute);
                attributes.push((attribute.name().to_owned(), attribute.value().to_owned()));
            } else {
                self.refuse(node, &attribute);
            }
        }
        let (children, text) = self.children(node, depth + 1);
        let (children, text) = if tag == ShapeTag::Text { trimmed(children, text) } else { (children, text) };
        Some(Shape { tag, attributes, children, text })
    }

    fn refuse(&mut self, node: Node<'_, '_>, attribute: &Attribute<'_, '_>) {
        let element = node.tag_name().name().to_owned();
        let kind = FaultKind::DrawingAttribute { element, attribute: attribute.name().to_owned() };
        self.fault(attribute.range().start, kind);
    }

    fn characters(&mut self, text: &str, offset: usize) {
        // Those written as themselves were found with the file's own characters, on the same line or a later one.
        if let Some(kind) = text.chars().filter(|c| !self.source.text.contains(*c)).find_map(forbidden) {
            self.fault(offset, kind);
        }
    }

    fn value(&mut self, attribute: &Attribute<'_, '_>) {
        let (name, value) = (attribute.name(), attribute.value());
        let at = attribute.range().start;
        self.characters(value, at);
        let reference = value.strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')'));
        if let Some(id) = reference.filter(|id| super::ids::is_id(id)) {
            if !self.names.contains(id) {
                self.fault(at, FaultKind::DrawingReference { id: id.to_owned() });
            }
            return;
        }
        let expected = match name {
            "id" => return self.id(value, at),
            "fill" | "stroke" => (!PAINTS.contains(&value)).then_some(
                "currentColor, none, var(--accent), var(--paper), var(--tint), var(--edge), var(--rule), var(--ink-2) or url(#…) \
                 of this file, so that the drawing follows the theme",
            ),
            "class" => {
                let known = value.split_whitespace().all(|class| CLASSES.contains(&class));
                (!known).then_some("the classes f-axis, f-line, f-dash, f-dot, f-it and f-small")
            }
            "marker-start" | "marker-mid" | "marker-end" => (value != "none").then_some("url(#…) of this file, or none"),
            "font-size" => {
                let legible = value.strip_suffix("px").unwrap_or(value).parse::<f64>().is_ok_and(|size| size >= SMALLEST);
                (!legible).then_some("a number of at least 14, so that it stays legible on a phone")
            }
            "transform" if !is_active(value) && may_shrink(value) => Some(
                "translate(…), rotate(…) and scale(…) by 1 or more: type that is scaled down does not stay legible on a phone",
            ),
            _ => is_active(value).then_some("plain numbers and names, or url(#…) of this file"),
        };
        if let Some(expected) = expected {
            let value = value.chars().take(60).collect();
            self.fault(at, FaultKind::DrawingValue { attribute: name.to_owned(), value, expected });
        }
    }

    fn id(&mut self, id: &str, at: usize) {
        let line = self.source.line(at);
        let own = id.strip_prefix(self.figure).is_some_and(|rest| rest.starts_with('-'));
        if !own {
            let kind = FaultKind::DrawingId { id: id.to_owned(), figure: self.figure.to_owned() };
            self.faults.push(Fault::new(&self.source.path, line, kind));
        }
        self.ids.claim(id, &self.source.path, line, self.faults);
    }
}

/// Groups in groups; real drawings stay below five.
const DEEPEST: usize = 16;

/// An attribute without a namespace, by name.
fn is_plain(attribute: &Attribute<'_, '_>, name: &str) -> bool {
    attribute.namespace().is_none() && attribute.name() == name
}

/// Whether a value could load or run something, in any spelling that a style sheet would understand.
fn is_active(value: &str) -> bool {
    let squeezed: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let squeezed = squeezed.to_ascii_lowercase();
    let calls =
        ["url(", "src(", "image(", "image-set(", "var(", "expression(", "script:", "data:", "//", "/*", "\\", "<"];
    calls.iter().any(|call| squeezed.contains(call))
}

/// Whether a transform could make type smaller than its font size says, or can't be told.
fn may_shrink(value: &str) -> bool {
    value.split_terminator(')').any(|call| {
        let (name, numbers) = call.split_once('(').unwrap_or((call, ""));
        let numbers = numbers.split([',', ' ']).filter(|number| !number.is_empty());
        let mut sizes = numbers.map(|number| number.parse::<f64>().map_or(0.0, f64::abs));
        match name.trim_matches([',', ' ']) {
            "translate" | "rotate" => false,
            "scale" => sizes.any(|size| size < 1.0),
            _ => true,
        }
    })
}

fn is_view_box(value: &str) -> bool {
    let numbers: Vec<f64> = value.split(' ').map_while(|number| number.parse().ok()).collect();
    matches!(numbers.as_slice(), [x, y, width, height]
        if [x, y, width, height].iter().all(|n| n.is_finite()) && *width > 0.0 && *height > 0.0)
        && value.split(' ').count() == 4
}

/// Runs of white space as one space, as SVG shows them.
fn collapsed(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let space = matches!(c, ' ' | '\t' | '\n' | '\r');
        match (space, out.ends_with(' ')) {
            (false, _) => out.push(c),
            (true, false) => out.push(' '),
            (true, true) => {}
        }
    }
    out
}

/// Words after an element, which the tree can hold only as an element.
fn span(text: String) -> Shape {
    Shape { tag: ShapeTag::Tspan, attributes: Vec::new(), children: Vec::new(), text }
}

/// Without the space at the edges of a text.
fn trimmed(mut children: Vec<Shape>, text: String) -> (Vec<Shape>, String) {
    let mut text = text.trim_start().to_owned();
    match children.last_mut() {
        None => text.truncate(text.trim_end().len()),
        Some(last) if last.attributes.is_empty() && last.children.is_empty() => {
            last.text.truncate(last.text.trim_end().len());
        }
        Some(_) => {}
    }
    children.retain(|child| !(child.attributes.is_empty() && child.children.is_empty() && child.text.is_empty()));
    (children, text)
}

fn tag(name: &str) -> Option<ShapeTag> {
    Some(match name {
        "g" => ShapeTag::G,
        "path" => ShapeTag::Path,
        "circle" => ShapeTag::Circle,
        "ellipse" => ShapeTag::Ellipse,
        "rect" => ShapeTag::Rect,
        "line" => ShapeTag::Line,
        "polyline" => ShapeTag::Polyline,
        "polygon" => ShapeTag::Polygon,
        "text" => ShapeTag::Text,
        "tspan" => ShapeTag::Tspan,
        "defs" => ShapeTag::Defs,
        "pattern" => ShapeTag::Pattern,
        "marker" => ShapeTag::Marker,
        _ => return None,
    })
}
