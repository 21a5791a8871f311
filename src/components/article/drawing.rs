//! A figure's drawing: SVG elements from the typed tree, never from markup.

use crate::article::{Shape, ShapeTag};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::svg;

/// A drawing, named by its alternative text.
pub(super) fn drawing(id: &str, alt: &str, view_box: String, shapes: Vec<Shape>) -> AnyView {
    let title = format!("{id}-title");
    let alt = alt.to_owned();
    view! {
        <svg viewBox=view_box role="img" aria-labelledby=title.clone() data-skip>
            <title id=title.clone()>{alt}</title>
            {shapes.into_iter().map(shape).collect_view()}
        </svg>
    }
    .into_any()
}

fn shape(shape: Shape) -> AnyView {
    let Shape { tag, attributes, children, text } = shape;
    let children = move || (text, children.into_iter().map(self::shape).collect_view());
    match tag {
        ShapeTag::G => dressed(svg::g().child(children()), attributes),
        ShapeTag::Path => dressed(svg::path(), attributes),
        ShapeTag::Circle => dressed(svg::circle(), attributes),
        ShapeTag::Ellipse => dressed(svg::ellipse(), attributes),
        ShapeTag::Rect => dressed(svg::rect(), attributes),
        ShapeTag::Line => dressed(svg::line(), attributes),
        ShapeTag::Polyline => dressed(svg::polyline(), attributes),
        ShapeTag::Polygon => dressed(svg::polygon(), attributes),
        ShapeTag::Text => dressed(svg::text().child(children()), attributes),
        ShapeTag::Tspan => dressed(svg::tspan().child(children()), attributes),
        ShapeTag::Defs => dressed(svg::defs().child(children()), attributes),
        ShapeTag::Pattern => dressed(svg::pattern().child(children()), attributes),
        ShapeTag::Marker => dressed(svg::marker().child(children()), attributes),
    }
}

/// An element with its attributes. Their names come from the build's list of allowed ones.
fn dressed<E>(element: E, attributes: Vec<(String, String)>) -> AnyView
where
    E: IntoView + AddAnyAttr + 'static,
{
    let mut view = element.into_any();
    for (name, value) in attributes {
        view = view.add_any_attr(custom_attribute(name, value)).into_any();
    }
    view
}
