// Wide tables on paper, which does not scroll: one with more years beside each other than a sheet takes is printed as
// several, each with its rows' names. The page for the minutes divides its own.

/** As many columns of figures as a landscape A4 takes. */
const MOST = 8;

/** Columns of a table that stand together: under one head, or in one part. */
interface Columns {
  first: number;
  end: number;
}

export function follow(): void {
  addEventListener("beforeprint", divide);
  addEventListener("afterprint", join);
}

function divide(): void {
  join();
  for (const table of document.querySelectorAll<HTMLTableElement>("main table")) {
    if (table.closest(".report") || table.offsetParent === null) continue;
    const names = namesOf(table);
    const parts = partsOf(table, names);
    if (parts.length < 2) continue;
    const place = document.createElement("div");
    place.className = "table-parts";
    place.append(...parts.map((part) => copyOf(table, names, part)));
    table.after(place);
    table.classList.add("divided");
  }
}

function join(): void {
  for (const place of document.querySelectorAll(".table-parts")) place.remove();
  for (const table of document.querySelectorAll("table.divided")) table.classList.remove("divided");
}

/** How many columns the rows' names take. */
function namesOf(table: HTMLTableElement): number {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const named = rows.map((row) => [...row.cells].findIndex((cell) => cell.tagName === "TD"));
  return Math.max(1, ...named);
}

/** The columns of figures in as many parts as are needed, about as wide all of them; what stands together stays so. */
function partsOf(table: HTMLTableElement, names: number): Columns[] {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  let end = 0;
  const all = heads.map((head) => ({ first: end, end: (end += head.colSpan) }));
  const groups = all.filter((group) => group.first >= names);
  const wide = Math.max(1, ...groups.map((group) => group.end - group.first));
  const most = Math.max(1, Math.floor(MOST / wide));
  const each = Math.ceil(groups.length / Math.ceil(groups.length / most));
  const parts: Columns[] = [];
  for (let start = 0; start < groups.length; start += each) {
    const part = groups.slice(start, start + each);
    parts.push({ first: part[0]?.first ?? 0, end: part.at(-1)?.end ?? 0 });
  }
  return parts;
}

/** The table with the rows' names and these columns. */
function copyOf(table: HTMLTableElement, names: number, part: Columns): HTMLTableElement {
  const copy = table.cloneNode(true) as HTMLTableElement;
  copy.removeAttribute("data-test");
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  /** The first row that a column is free in: cells of rows above fill it until then. */
  const free: number[] = [];
  for (const [at, row] of [...copy.rows].entries()) {
    let column = 0;
    for (const cell of [...row.cells]) {
      while ((free[column] ?? 0) > at) column++;
      const [first, end] = [column, column + cell.colSpan];
      for (; column < end; column++) free[column] = at + cell.rowSpan;
      // The rows' names stand in each part; a heading over a whole row is as wide as the part.
      if (first < names) cell.colSpan = end <= names ? cell.colSpan : names - first + part.end - part.first;
      else {
        // What holds for years of several parts stands in each of them.
        const shared = Math.min(end, part.end) - Math.max(first, part.first);
        if (shared > 0) cell.colSpan = shared;
        else cell.remove();
      }
    }
  }
  return copy;
}
