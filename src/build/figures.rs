//! Figures: the picture's file, its words, its id.
//!
//! It must never read a file outside the figures' directory and the article's own.

use super::blocks::Builder;
use super::drawing;
use super::fault::FaultKind;
use super::ids::is_id;
use super::markdown::{Node, What};
use crate::article::{Block, Figure, Inline, Leaf, Picture};
use imagesize::ImageType;
use pulldown_cmark::Tag;
use std::path::{Path, PathBuf};

/// The file's name, without the way to it that makes an editor's preview work.
fn file_name(address: &str) -> &str {
    ["./", "figures/", "../figures/"].iter().find_map(|way| address.strip_prefix(way)).unwrap_or(address)
}

/// The id of the figure that shows a picture: the file's name without its ending.
pub(super) fn figure_id(address: &str) -> String {
    let name = file_name(address);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

impl<'n, 't> Builder<'_, 'n, 't> {
    /// A figure, with the words that stand below its picture.
    pub(super) fn figure(
        &mut self,
        image: &'n Node<'t>,
        caption: Option<Leaf>,
        description: Vec<Vec<Inline>>,
    ) -> Option<Block> {
        let What::Tag(Tag::Image { dest_url, title, .. }) = &image.what else { return None };
        let file = file_name(dest_url).to_owned();
        if !title.is_empty() {
            self.fault(image, FaultKind::LinkTitle);
        }
        let alt = image.children.iter().map(Node::plain).collect::<String>();
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        if alt.is_empty() {
            self.fault(image, FaultKind::NoAlternativeText { file: file.clone() });
        }
        let id = figure_id(dest_url);
        let picture = match self.picture(&file, &id) {
            Ok(picture) => picture?,
            Err(kind) => {
                self.fault(image, kind);
                return None;
            }
        };
        self.pictures += 1;
        Some(Block::Figure(Figure { id, number: self.pictures, alt, picture, caption, description }))
    }

    /// A picture; none if its own file has faults.
    fn picture(&mut self, file: &str, id: &str) -> Result<Option<Picture>, FaultKind> {
        let name = file.to_owned();
        let Some((_, ending)) = file.rsplit_once('.').filter(|_| is_id(id)) else {
            return Err(FaultKind::PictureName { file: name });
        };
        if !["svg", "png", "jpg", "jpeg", "webp", "gif", "avif"].contains(&ending) {
            return Err(FaultKind::PictureKind { file: name });
        }
        let Some(path) = self.find(file) else {
            return Err(FaultKind::PictureMissing { file: name, looked: self.figures.display().to_string() });
        };
        if ending == "svg" {
            return Ok(drawing::read(&path, id, &mut self.ids, &mut self.faults));
        }
        match size(&path, ending) {
            Ok((width, height)) => Ok(Some(Picture::Image { file: name, width, height })),
            Err(error) => Err(FaultKind::PictureUnreadable { file: name, error }),
        }
    }

    /// Among the figures, or beside the article.
    fn find(&self, file: &str) -> Option<PathBuf> {
        let beside = self.source.path.parent().unwrap_or(Path::new(""));
        [self.figures, beside].iter().map(|dir| dir.join(file)).find(|path| path.is_file())
    }
}

/// Width and height in pixels, if the file is what its name says.
fn size(path: &Path, ending: &str) -> Result<(u32, u32), String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let kind = imagesize::image_type(&bytes).map_err(|error| error.to_string())?;
    let fits = matches!(
        (kind, ending),
        (ImageType::Png, "png")
            | (ImageType::Jpeg, "jpg" | "jpeg")
            | (ImageType::Webp, "webp")
            | (ImageType::Gif, "gif")
            | (ImageType::Heif(_), "avif")
    );
    if !fits {
        return Err(format!("it is not a .{ending} picture"));
    }
    let size = imagesize::blob_size(&bytes).map_err(|error| error.to_string())?;
    match (u32::try_from(size.width), u32::try_from(size.height)) {
        (Ok(width @ 1..), Ok(height @ 1..)) => Ok((width, height)),
        _ => Err("it has no size".to_owned()),
    }
}
