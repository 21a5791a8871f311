//! Who a byline names, as MLA, Chicago and APA write it.

use crate::{part, plain};
use closely::citation::Format;

fn listed(byline: &str, format: Format, label: &str, end: &str) -> String {
    let written = part(&plain("Waiting", byline), format, label);
    written.split_once(end).map(|(names, _)| names.to_owned()).unwrap_or_default()
}

#[test]
fn people() {
    for (byline, chicago, apa) in [
        ("Ursula K. Le Guin", "Le Guin, Ursula K.", "Le Guin, U. K."),
        ("Dick Van Dyke", "Van Dyke, Dick.", "Van Dyke, D."),
        ("Robert De Niro", "De Niro, Robert.", "De Niro, R."),
        ("Van Morrison", "Morrison, Van.", "Morrison, V."),
        ("John van der Roe", "van der Roe, John.", "van der Roe, J."),
        ("José Ortega y Gasset", "Ortega y Gasset, José.", "Ortega y Gasset, J."),
        ("Jean d’Alembert", "d’Alembert, Jean.", "d’Alembert, J."),
        ("Amal al-Saadawi", "al-Saadawi, Amal.", "al-Saadawi, A."),
        ("Gerard ’t Hooft", "’t Hooft, Gerard.", "’t Hooft, G."),
        ("J.K. Rowling", "Rowling, J. K.", "Rowling, J. K."),
        ("Jean-Paul Sartre", "Sartre, Jean-Paul.", "Sartre, J.-P."),
        ("Dr. Jane Doe", "Doe, Jane.", "Doe, J."),
        ("Prof. Dr. Jane Doe and Sir Rob Roe", "Doe, Jane, and Rob Roe.", "Doe, J., & Roe, R."),
        ("Jane Doe, PhD, LMFT", "Doe, Jane.", "Doe, J."),
        (
            "Jane Doe Psy.D., Rob Roe MD, and Ann Lee, R.N.",
            "Doe, Jane, Rob Roe, and Ann Lee.",
            "Doe, J., Roe, R., & Lee, A.",
        ),
        ("Martin King Jr.", "King, Martin, Jr.", "King, M., Jr."),
        ("Martin King, Sr, PhD", "King, Martin, Sr.", "King, M., Sr."),
        ("John Roe IV", "Roe, John, IV.", "Roe, J., IV."),
        ("By Jane Doe", "Doe, Jane.", "Doe, J."),
    ] {
        assert_eq!(listed(byline, Format::ChicagoNotes, "Bibliography", " “"), chicago, "{byline}");
        assert_eq!(listed(byline, Format::Apa, "Reference list", " ("), apa, "{byline}");
    }
}

#[test]
fn groups_keep_their_names() {
    for byline in [
        "Institute for Reading and Writing",
        "National Institute for Health and Care Excellence",
        "Department of Health and Human Services",
        "Women’s Health and Family Planning",
        "Relate International",
        "Sleep Trust",
        "Pace News",
        "Love, Inc.",
        "Plato",
        "bell hooks",
        "Dr. Ruth",
        "Jane Doe, a guest of the editors",
    ] {
        let written = part(&plain("Waiting", byline), Format::Mla, "Works cited");
        let stop = if byline.ends_with('.') { "" } else { "." };
        assert!(written.starts_with(&format!("{byline}{stop} “Waiting")), "{written}");
    }
}

#[test]
fn people_beside_a_group() {
    for (byline, mla) in [
        ("Jane Doe and the Closely editors", "Doe, Jane, and the Closely editors."),
        ("The Closely editors and Jane Doe", "Closely editors, and Jane Doe."),
        ("Jane Doe, Rob Roe, and the Sleep Institute", "Doe, Jane, et al."),
    ] {
        assert_eq!(listed(byline, Format::Mla, "Works cited", " “"), mla, "{byline}");
    }
}
