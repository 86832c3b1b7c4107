"""The look of the page: one column, calm, light and dark, on a narrow screen and on paper."""

from __future__ import annotations

# Signs differ by shape and words stand beside them. A letter with a hundred marks stays in its row.
STYLE = """
:root { color-scheme: light dark;
  --paper: #fcfcfa; --ink: #1b2124; --faint: #566065; --rule: #d9dcd8;
  --done: #0b6b60; --fill: #cfe4df; --band: #e8ddcc; --line: #8a4b08; }
@media screen and (prefers-color-scheme: dark) { :root {
  --paper: #14181a; --ink: #e4e8e6; --faint: #a0abaf; --rule: #343c40;
  --done: #6cc9b8; --fill: #1f443f; --band: #4a3b24; --line: #e0a458; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink);
  font: 100%/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; font-weight: 650; margin: 0; letter-spacing: -.01em; }
h2 { font-size: .8rem; font-weight: 650; letter-spacing: .06em; text-transform: uppercase;
  color: var(--faint); margin: 0 0 .5rem; padding-top: .55rem; border-top: 1px solid var(--rule); }
p, ul, dl, table, figure { margin: 0; }
p, li, dd, td, h1 { text-wrap: pretty; }
header p { color: var(--faint); margin-top: .3rem; }
.lede { font-size: 1.2rem; line-height: 1.4; margin: 1.4rem 0 0; }
section, .alone { margin-top: 1.6rem; }
section p + p, .lede + p { margin-top: .5rem; }
ul { list-style: none; padding: 0; }
li + li { margin-top: .2rem; }
ul + table { margin-top: .35rem; }
li, dd, td, th { overflow: clip; }
dl > div { display: grid; grid-template-columns: 8rem 1fr; gap: 0 1rem; }
dl > div + div { margin-top: .25rem; }
dt { color: var(--faint); min-width: 8rem; }
@supports (grid-template-columns: subgrid) {
  dl { display: grid; grid-template-columns: fit-content(11rem) 1fr; gap: 0 1rem; }
  dl > div { grid-template-columns: subgrid; grid-column: 1 / -1; } }
dd { margin: 0; grid-column: 2; }
table { border-collapse: collapse; }
th { font-weight: inherit; text-align: left; }
.steps td, .steps th { vertical-align: baseline; padding: .12rem 0; }
.steps th, .steps td:nth-child(2) { color: var(--faint); white-space: nowrap; }
.steps th { min-width: 4.25rem; padding-right: .5rem; }
.steps td:nth-child(2) { text-align: right; min-width: 4.75rem; padding-right: 1rem; }
.steps td:last-child { width: 100%; }
code { font: .85em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  color: var(--faint); white-space: nowrap; }
.faint, .legend, figcaption, .axis, details { color: var(--faint); font-size: .85rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr));
  gap: 1.5rem 2.5rem; margin-top: 1.3rem; align-items: start; }
figcaption { margin-bottom: .4rem; }
svg { display: block; overflow: visible; }
.strips td, .strips thead th { width: 1.25rem; padding: .14rem 0; text-align: center; }
.strips thead th { color: var(--faint); font-size: .72rem; }
.strips tbody th { padding-right: .8rem; white-space: nowrap; }
.strips td:nth-child(4n+1):not(:last-child),
.strips thead th:nth-child(4n+1):not(:first-child):not(:last-child) {
  padding-right: .45rem; width: 1.7rem; }
.strips td svg { display: inline-block; vertical-align: -.12em; }
.sign { width: .95rem; height: .95rem; }
.some { fill: var(--done); }
.none { fill: none; stroke: var(--faint); stroke-width: 1.5; }
.rest { stroke: var(--faint); stroke-width: 2; }
.burn svg.plot { width: 100%; height: 9.5rem; border-bottom: 1px solid var(--faint); }
.burn path, .legend line { vector-effect: non-scaling-stroke; fill: none; }
.burn .area { fill: var(--fill); }
.burn .done, .legend .done { stroke: var(--done); stroke-width: 2; }
.burn .promised, .legend .promised { stroke: var(--line); stroke-width: 2; stroke-dasharray: 5 4; }
.burn .band, .legend .band { fill: var(--band); stroke: none; }
.burn .target, .legend .target { stroke: var(--ink); stroke-width: 1; }
.axis { display: flex; justify-content: space-between; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin-top: .5rem; }
.legend li { display: flex; align-items: center; gap: .4rem; margin: 0; }
.legend .sample { width: 1.6rem; height: .5rem; }
.tracks, .by-track { grid-column: 1 / -1; }
.tracks table { width: 100%; }
.tracks th, .tracks td { padding: .12rem .8rem .12rem 0; }
.tracks td { width: 45%; }
.tracks td:last-child { width: auto; padding-right: 0; text-align: right; white-space: nowrap; }
.tracks svg { width: 100%; height: .6rem; }
.tracks rect { fill: var(--done); }
.timeline { grid-column: 1 / -1; }
.timeline table { width: 100%; }
.timeline th { padding: .1rem .8rem .1rem 0; width: 1%; white-space: nowrap; }
.timeline td { padding: .1rem 0; position: relative; }
.timeline td svg { width: 100%; height: 1.1rem; }
.timeline rect { fill: var(--fill); }
.timeline line { vector-effect: non-scaling-stroke; stroke-width: 3; stroke: var(--ink); }
.timeline .done { stroke: var(--done); }
.timeline .due { stroke: var(--line); }
.timeline .today { stroke: var(--faint); stroke-width: 1; }
.legend .mark { width: .5rem; height: 1rem; }
details { margin-top: .5rem; }
summary { cursor: pointer; }
details td, details th { padding: .1rem 1.2rem .1rem 0; text-align: right; }
details th:first-child { text-align: left; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
@media (max-width: 30rem) {
  body { padding: 1.5rem 1rem 2rem; }
  dl, dl > div { display: block; }
  dl > div + div { margin-top: .5rem; }
  .timeline th, .timeline td { display: block; width: auto; }
  .by-track tbody th { white-space: normal; min-width: 6.4rem; font-size: .8rem; line-height: 1.2;
    padding-right: .4rem; }
  .by-track td, .by-track thead th { width: 1rem; }
  .steps tr { display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem; padding: .25rem 0; }
  .steps td, .steps th { padding: 0; }
  .steps th, .steps td:nth-child(2) { min-width: 0; text-align: left; }
  .steps td:last-child { grid-column: 1 / -1; }
  .steps code { display: block; } }
@page { size: A4; margin: 10mm 14mm; }
@media print {
  html { font-size: 8pt; line-height: 1.31; background: none; }
  body { padding: 0; max-width: none; }
  main { columns: 2; column-gap: 9mm; }
  .lede { column-span: all; margin: .7rem 0; }
  .lede + *, .lede + * > figure:first-child { margin-top: 0; }
  section, .alone { margin-top: .7rem; }
  h2 { padding-top: .4rem; margin-bottom: .3rem; }
  li + li { margin-top: .1rem; }
  dl, dl > div { column-gap: .6rem; }
  dt { min-width: 7.2rem; }
  .steps th { min-width: 4.1rem; }
  .steps td:nth-child(2) { min-width: 3.7rem; padding-right: .6rem; }
  .figures { display: block; margin-top: 0; }
  figure { margin-top: .7rem; }
  figure table { font-size: .92em; line-height: 1.2; }
  .strips td, .strips thead th, .timeline th, .timeline td, .tracks th, .tracks td {
    padding-top: 0; padding-bottom: 0; }
  .strips .sign { width: .8rem; height: .8rem; }
  .timeline td svg { height: .95rem; }
  .by-track .legend { display: none; }
  .legend { margin-top: .25rem; }
  .burn svg.plot { height: 5.5rem; }
  .tracks td { width: 34%; }
  details { display: none; }
  h2 { break-after: avoid; }
  section:not(:has(figure, li:nth-child(9), tr:nth-child(9), div:nth-child(9))),
  figure, tr, li, dl > div { break-inside: avoid; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
