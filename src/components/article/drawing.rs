//! A figure's drawing: SVG elements from the typed tree, never from markup.

use crate::article::{Inline, Shape, ShapeTag, plain_text};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::svg;

/// A drawing, named by its alternative text and described by its long description.
pub(super) fn drawing(id: &str, alt: &str, description: &[Vec<Inline>], picture: (String, Vec<Shape>)) -> AnyView {
    let title = format!("{id}-title");
    let alt = alt.to_owned();
    let (view_box, shapes) = picture;
    let description = description.iter().map(|inlines| plain_text(inlines)).collect::<Vec<_>>().join(" ");
    let description = (!description.is_empty()).then(|| view! { <desc>{description}</desc> }.into_any());
    view! {
        <svg viewBox=view_box role="img" aria-labelledby=title.clone() data-skip="">
            <title id=title.clone()>{alt}</title>
            {description}
            {shapes.into_iter().map(shape).collect_view()}
        </svg>
    }
    .into_any()
}

fn shape(shape: Shape) -> AnyView {
    let Shape { tag, attributes, children, text } = shape;
    let children = move || (text, children.into_iter().map(self::shape).collect_view());
    match tag {
        ShapeTag::G => dressed(svg::g().child(children()).into_any(), attributes),
        ShapeTag::Path => dressed(svg::path().into_any(), attributes),
        ShapeTag::Circle => dressed(svg::circle().into_any(), attributes),
        ShapeTag::Ellipse => dressed(svg::ellipse().into_any(), attributes),
        ShapeTag::Rect => dressed(svg::rect().into_any(), attributes),
        ShapeTag::Line => dressed(svg::line().into_any(), attributes),
        ShapeTag::Polyline => dressed(svg::polyline().into_any(), attributes),
        ShapeTag::Polygon => dressed(svg::polygon().into_any(), attributes),
        ShapeTag::Text => dressed(svg::text().child(children()).into_any(), attributes),
        ShapeTag::Tspan => dressed(svg::tspan().child(children()).into_any(), attributes),
        ShapeTag::Defs => dressed(svg::defs().child(children()).into_any(), attributes),
        ShapeTag::Pattern => dressed(svg::pattern().child(children()).into_any(), attributes),
        ShapeTag::Marker => dressed(svg::marker().child(children()).into_any(), attributes),
    }
}

/// An element with its attributes. Their names come from the build's list of allowed ones.
fn dressed(mut view: AnyView, attributes: Vec<(String, String)>) -> AnyView {
    for (name, value) in attributes {
        view = view.add_any_attr(custom_attribute(name, value)).into_any();
    }
    view
}
