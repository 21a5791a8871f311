//! Reading comma-separated tables (RFC 4180), as spreadsheets write them: fields in quotation marks may hold commas,
//! line breaks and doubled quotation marks; lines end in any way.

/// The rows of a table; lines without a word are none. `None` where a quotation mark is never closed.
pub(super) fn rows(text: &str) -> Option<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    let (mut row, mut field) = (Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\r' | '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            letter => field.push(letter),
        }
    }
    row.push(field);
    rows.push(row);
    rows.retain(|row| row.iter().any(|field| !field.trim().is_empty()));
    (!quoted).then_some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_any_spreadsheet_are_read() {
        let read = |text| rows(text).map(|rows| rows.iter().map(|row| row.join("|")).collect::<Vec<_>>());
        let lines = |lines: &[&str]| Some(lines.iter().map(|&line| line.to_owned()).collect::<Vec<_>>());
        assert_eq!(read("a,b\r\nc,d\r\n"), lines(&["a|b", "c|d"]));
        assert_eq!(read("a,b\rc,d"), lines(&["a|b", "c|d"]));
        assert_eq!(read("\"a, \"\"b\"\"\nc\",d\n\n,\n"), lines(&["a, \"b\"\nc|d"]));
        assert_eq!(read("5\" nails,x"), lines(&["5\" nails|x"]));
        assert_eq!(read("a,\"b"), None);
        assert_eq!(read(""), lines(&[]));
    }
}
