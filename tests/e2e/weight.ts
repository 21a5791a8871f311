/**
 * What a program of WebAssembly is made of, by crate: the bodies of its functions, added up under the names that the
 * compiler left. It is asked when a budget is broken, and never otherwise; nothing is run.
 */

/** Reads one number after the other from the bytes of a module. */
class Reader {
  constructor(
    private bytes: Uint8Array,
    public at = 0,
  ) {}

  /** A number in as many bytes as it needs (LEB128). */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  text(): string {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }
}

type Section = { id: number; from: number; to: number };

function sections(bytes: Uint8Array): Section[] {
  const all: Section[] = [];
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = bytes[reader.at++] ?? 0;
    const size = reader.number();
    all.push({ id, from: reader.at, to: reader.at + size });
    reader.at += size;
  }
  return all;
}

/** How many functions a module imports: they are counted first. */
function importedFunctions(bytes: Uint8Array, { from }: Section): number {
  const reader = new Reader(bytes, from);
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.text();
    reader.text();
    const kind = reader.number();
    const limits = () => {
      const most = reader.number() & 1;
      reader.number();
      if (most) reader.number();
    };
    if (kind === 0) functions += 1;
    if (kind === 0) reader.number();
    else if (kind === 1) reader.at++, limits();
    else if (kind === 2) limits();
    else if (kind === 3) reader.at += 2;
    else reader.at++, reader.number();
  }
  return functions;
}

/** The names of functions, by number. */
function names(bytes: Uint8Array, all: Section[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const { id, from, to } of all) {
    const reader = new Reader(bytes, from);
    if (id !== 0 || reader.text() !== 'name') continue;
    while (reader.at < to) {
      const kind = bytes[reader.at++];
      const end = reader.number() + reader.at;
      if (kind === 1) for (let left = reader.number(); left > 0; left--) found.set(reader.number(), reader.text());
      reader.at = end;
    }
  }
  return found;
}

/** The crate that a mangled name begins with: the type's own where a trait is meant. */
function crateOf(name: string): string {
  const later = /^_R.*?C(?:s[0-9A-Za-z]*_)?(\d+)_?(.*)/.exec(name);
  if (later) return later[2]!.slice(0, Number(later[1]));
  const first = /^_ZN(\d+)(.*)/.exec(name);
  if (!first) return /^_*wb/.test(name) ? 'wasm_bindgen' : 'other';
  const path = first[2]!.slice(0, Number(first[1]));
  // A plain name is the crate's; of `_$LT$closely..Mark$u20$as$u20$core..Clone$GT$` it is the first that leads somewhere.
  return /^\w+$/.test(path) ? path : (/([a-z]\w*)\.\./i.exec(path.replace(/\$\w+\$/g, ' '))?.[1] ?? 'other');
}

/** The crates that weigh the most, each with its bytes (before wasm-opt and compression), as lines. */
export function heaviest(bytes: Uint8Array, count = 15): string {
  const all = sections(bytes);
  const [imports, code] = [all.find(({ id }) => id === 2), all.find(({ id }) => id === 10)];
  if (!code) return 'no code';
  const called = names(bytes, all);
  const before = imports ? importedFunctions(bytes, imports) : 0;
  const reader = new Reader(bytes, code.from);
  const weights = new Map<string, number>();
  const functions = reader.number();
  for (let index = 0; index < functions; index++) {
    const size = reader.number();
    reader.at += size;
    const crate = crateOf(called.get(before + index) ?? '');
    weights.set(crate, (weights.get(crate) ?? 0) + size);
  }
  const order = [...weights].sort(([, a], [, b]) => b - a);
  return order.slice(0, count).map(([crate, size]) => `${size.toLocaleString('en-GB').padStart(9)}  ${crate}`).join('\n');
}
